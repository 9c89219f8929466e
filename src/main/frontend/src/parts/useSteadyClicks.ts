import { useEffect } from 'react';

/** How long a pointer's click waits after what is under it has changed. */
export const SETTLES_MS = 500;

const ACTING = 'button, a';
const acting = (node: Node) =>
  node instanceof Element
    ? [node, ...node.querySelectorAll(ACTING)].filter((each) => each.matches(ACTING))
    : [];
const STEADY = '[data-steady]';
const isItem = (node: Node) => node instanceof Element && node.matches('li, ul');

/** Whether items of a steady list, or such a list itself, have come or gone. */
function shifts({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const moved = [...addedNodes, ...removedNodes].filter(isItem);
  if (moved.length === 0 || !(target instanceof Element)) return false;
  return target.closest(STEADY) !== null || target.querySelector(STEADY) !== null;
}

/**
 * Keeps a pointer from acting on what it did not mean, in lists marked `data-steady`: for half a second after items
 * have come or gone, and on a button that has just appeared, a click does nothing. The keyboard is never held up.
 */
export function useSteadyClicks() {
  useEffect(() => {
    let shiftedAt = -Infinity;
    const appearedAt = new WeakMap<Element, number>();
    const look = (records: MutationRecord[]) => {
      const now = performance.now();
      for (const record of records) {
        for (const node of record.addedNodes) acting(node).forEach((each) => appearedAt.set(each, now));
        if (shifts(record)) shiftedAt = now;
      }
    };
    const click = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target.closest(ACTING) : null;
      if (event.detail === 0 || !target?.closest(STEADY)) return;
      const changedAt = Math.max(shiftedAt, appearedAt.get(target) ?? -Infinity);
      if (performance.now() - changedAt >= SETTLES_MS) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('click', click, true);
    return () => {
      watch.disconnect();
      document.removeEventListener('click', click, true);
    };
  }, []);
}
