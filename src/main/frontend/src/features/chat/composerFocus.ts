const composer = () => document.getElementById('composer');

/** The composer takes the focus once it has been drawn as it is to be. */
export function focusComposer() {
  requestAnimationFrame(() => composer()?.focus());
}

/**
 * Gives the composer the focus where a conversation has just been opened, so that one writes at once; not where that
 * would bring up a keyboard on the screen. Whether it has it.
 */
export function writesAtOnce(): boolean {
  if (!matchMedia('(pointer: fine)').matches) return false;
  composer()?.focus();
  return composer() !== null;
}
