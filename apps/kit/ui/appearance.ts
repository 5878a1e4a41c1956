import { createEffect, createSignal } from 'solid-js';

/**
 * How this tab looks: chosen by the person before it, worn by the root element, read by the stylesheets. On the
 * tablet nothing is remembered, so the next citizen starts plain; at a desk it is.
 */
export type Appearance = { theme: Theme; textSize: TextSize; hand: 'right' | 'left' };
export type Theme = 'auto' | 'light' | 'dark' | 'contrast';
/** Per cent of the app's own size. */
export type TextSize = (typeof textSizes)[number];
export const textSizes = [100, 125, 150, 175, 200] as const;

const plain: Appearance = { theme: 'auto', textSize: 100, hand: 'right' };
const [appearance, setAppearance] = createSignal<Appearance>(plain);
export { appearance };

export const changeAppearance = (change: Partial<Appearance>): void =>
  void setAppearance((before) => ({ ...before, ...change }));

export const resetAppearance = (): void => void setAppearance(plain);

/** Puts the appearance on the root element and keeps it there; `key` remembers it under that name in this browser. */
export function wearAppearance(root: HTMLElement, key?: string): void {
  if (key !== undefined) setAppearance(remembered(key));
  createEffect(() => {
    const { theme, textSize, hand } = appearance();
    setOrRemove(root, 'data-kern-theme', theme === 'auto' ? undefined : theme === 'dark' ? 'dark' : 'light');
    setOrRemove(root, 'data-contrast', theme === 'contrast' ? 'more' : undefined);
    root.style.setProperty('--text-scale', String(textSize / 100));
    // Where letters are large, nothing may stick to the screen and take their room.
    setOrRemove(root, 'data-text', textSize > 125 ? 'large' : undefined);
    root.dataset.hand = hand;
    if (key !== undefined) localStorage.setItem(key, JSON.stringify(appearance()));
  });
}

function setOrRemove(root: HTMLElement, name: string, value: string | undefined) {
  if (value === undefined) root.removeAttribute(name);
  else root.setAttribute(name, value);
}

function remembered(key: string): Appearance {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return plain;
    const { theme, textSize, hand } = stored as Partial<Record<keyof Appearance, unknown>>;
    return {
      theme: theme === 'light' || theme === 'dark' || theme === 'contrast' ? theme : 'auto',
      textSize: textSizes.find((size) => size === textSize) ?? 100,
      hand: hand === 'left' ? 'left' : 'right',
    };
  } catch {
    return plain;
  }
}
