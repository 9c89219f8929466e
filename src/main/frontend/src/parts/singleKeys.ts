const REMEMBERED = 'parley-single-keys';
const LEADING = /^(Tab|Arrow.*|Home|End|PageUp|PageDown)$/;

/** Whether the keyboard, and no click, has led to where one is. */
let byKeyboard = false;
document.addEventListener('pointerdown', () => (byKeyboard = false), true);
document.addEventListener('keydown', ({ key }) => (byKeyboard ||= LEADING.test(key)), true);

/** Whether single letters are shortcuts in the list of messages, on this device. */
export const singleKeysAreOn = () => localStorage.getItem(REMEMBERED) !== 'off';

/** Switches them on or off, on this device. */
export function switchSingleKeys(on: boolean) {
  if (on) localStorage.removeItem(REMEMBERED);
  else localStorage.setItem(REMEMBERED, 'off');
}

/** Whether a key pressed here is a shortcut: the keyboard has led into the list of messages. */
export const takesSingleKeys = (target: Element) =>
  byKeyboard && singleKeysAreOn() && target.closest('[role="log"]') !== null;
