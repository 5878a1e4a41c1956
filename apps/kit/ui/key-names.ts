/** A key as it is printed on a keyboard: `Control` is `Strg`, a letter stands large. */
export const keyName = (key: string): string => keyNames[key] ?? key.toUpperCase();

/** `Control+Enter` as `Strg+Enter`. */
export const keysLabel = (keys: string): string => keys.split('+').map(keyName).join('+');

const keyNames: Readonly<Record<string, string>> = {
  Control: 'Strg',
  Alt: 'Alt',
  Shift: 'Umschalt',
  Escape: 'Esc',
  Enter: 'Enter',
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageDown: 'Bild ↓',
  PageUp: 'Bild ↑',
  Delete: 'Entf',
};
