import { useEffect } from 'react';

/** How long what has changed under a pointer takes no click. */
export const SETTLES_MS = 500;

const STEADY = '[data-steady]';
const elements = (nodes: NodeList) => [...nodes].filter((node) => node instanceof Element);
const has = (node: Element, what: string) => node.matches(what) || node.querySelector(what) !== null;

/** What a change shifts: the list whose items come or go, the item whose buttons do, the lists around one that goes. */
function shifted({ target, addedNodes, removedNodes }: MutationRecord): Element[] {
  if (!(target instanceof Element)) return [];
  const added = elements(addedNodes);
  const removed = elements(removedNodes);
  const list = target.closest(STEADY);
  if (!list) return removed.some((node) => has(node, STEADY)) ? [...document.querySelectorAll(STEADY)] : [];
  if ([...added, ...removed].some((node) => node.matches('li'))) return [list];
  const item = target.closest('li');
  return item && added.some((node) => has(node, 'button, a')) ? [item] : [];
}

/**
 * Keeps a pointer from acting on what it did not mean, in lists marked `data-steady`: for half a second after items
 * have come or gone, and on the buttons that an item has just got, clicks do nothing. The keyboard is never held up.
 */
export function useSteadyLists() {
  useEffect(() => {
    const timers = new Map<Element, ReturnType<typeof setTimeout>>();
    const settle = (element: Element) => {
      clearTimeout(timers.get(element));
      element.setAttribute('data-settling', '');
      const free = () => {
        timers.delete(element);
        element.removeAttribute('data-settling');
      };
      timers.set(element, setTimeout(free, SETTLES_MS));
    };
    const watch = new MutationObserver((records) => records.flatMap(shifted).forEach(settle));
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      timers.forEach(clearTimeout);
    };
  }, []);
}
