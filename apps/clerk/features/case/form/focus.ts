import type { Path } from '../../../../../shared/forms/answers.ts';
import { fieldIdOf } from '../../../../kit/form/form-context.ts';
import { focusField } from '../../../../kit/ui/focus-field.ts';

/** Moving around in a long form: to a field, to a section, and where one is. */

/** Brings the field of a path into view and gives it the focus; `near` is the field around it, where it has none. */
export function focusPlace(path: Path, near: Path = path): void {
  // Errors may just have appeared; the field is where it stays only afterwards.
  requestAnimationFrame(() => {
    const id = [fieldIdOf(path), fieldIdOf(near)].find((each) => document.getElementById(each));
    if (id !== undefined) focusField(id);
  });
}

/** Brings a section to the top and its first field under the fingers. */
export function focusSection(sectionId: string): void {
  const section = document.getElementById(`section-${sectionId}`);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  section?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  section?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
}

/** The path of the field that has the focus, or around whatever has it. */
export const placeInFocus = (): Path | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-path]')?.dataset['path'];

export const sectionInFocus = (): string | undefined =>
  document.activeElement?.closest('.form-section')?.id.replace(/^section-/, '');

/**
 * A field that still has the focus counts as left. What comes back brings the focus home once everything is drawn: to
 * where it was or, where that is gone or locked, to the heading. Whatever else took the focus meanwhile keeps it.
 */
export function leaveField(): () => void {
  const { activeElement: had } = document;
  if (!(had instanceof HTMLElement) || had === document.body) return () => {};
  if (had.matches('input, textarea, select')) had.blur();
  return () =>
    void requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      if (had.isConnected && !had.matches(':disabled')) had.focus({ preventScroll: true });
      else focusHeading();
    });
}

/** The heading of the case: where one is when one is in no field. */
export const focusHeading = (): void =>
  document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });

/** The first control of something that has yet to be drawn, beside the form. */
export const focusSoon = (selector: string): void =>
  void requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
