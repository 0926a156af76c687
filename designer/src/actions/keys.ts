/** Keyboard shortcuts, as actions name them: modifiers and a key joined by "+". */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Whether a key press is the shortcut. Shift counts only where the key does not already say it, as in "?". */
export function isPressed(shortcut: string, press: Press): boolean {
  const parts = shortcut.split('+');
  const key = parts.pop() ?? '';
  const wanted = new Set(parts);
  if (wanted.has('Mod') !== (press.ctrlKey || press.metaKey) || wanted.has('Alt') !== press.altKey)
    return false;
  const name = NAMED[key] ?? key;
  const letterOrNamed = name.length > 1 || /[a-z0-9]/i.test(name);
  if (letterOrNamed && wanted.has('Shift') !== press.shiftKey) return false;
  return press.key.toLowerCase() === name.toLowerCase();
}

const NAMED: { [key: string]: string | undefined } = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Plus: '+',
};

const SHOWN: { [key: string]: string | undefined } = { Up: '↑', Down: '↓', Left: '←', Right: '→', Plus: '+' };

/** How a shortcut is shown on this kind of computer. */
export function showKeys(shortcut: string, mac: boolean): string {
  const parts = shortcut.split('+').map((part) => SHOWN[part] ?? part);
  if (!mac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join(' + ');
  const signs: { [part: string]: string | undefined } = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
  return parts.map((part) => signs[part] ?? part).join(' ');
}

export const isMac = (): boolean =>
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
