const REMEMBERED = 'parley-single-keys';

/** Whether single letters are shortcuts in the list of messages, on this device. */
export const singleKeysAreOn = () => localStorage.getItem(REMEMBERED) !== 'off';

/** Switches them on or off, on this device. */
export function switchSingleKeys(on: boolean) {
  if (on) localStorage.removeItem(REMEMBERED);
  else localStorage.setItem(REMEMBERED, 'off');
}

/** Whether a key pressed here is a shortcut: the keyboard, and no click, has led into the list of messages. */
export const takesSingleKeys = (target: Element) =>
  singleKeysAreOn() && target.closest('[role="log"]') !== null && target.matches(':focus-visible');
