/** Whether somebody writes in an element. */
export const writes = (element: HTMLElement) =>
  element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

/** Whether letters mean something in an element: they find an entry of a menu or a list of choices. */
export const keepsKeys = (element: HTMLElement) =>
  element.closest('[role="menu"], [role="listbox"], [role="radiogroup"]') !== null;

/** Whether a key writes something; a blank scrolls and presses buttons. */
export const isTyped = ({ key }: Pick<KeyboardEvent, 'key'>) =>
  key === 'Dead' || ([...key].length === 1 && key.trim() !== '');
