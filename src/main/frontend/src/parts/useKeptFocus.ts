import { useEffect } from 'react';

interface Place {
  element: Element;
  item: Element | null;
  list: Element | null;
  index: number;
  region: HTMLElement | null;
}

function placeOf(element: Element): Place {
  const item = element.closest('li');
  const list = item?.parentElement ?? null;
  return {
    element,
    item,
    list,
    index: item && list ? [...list.children].indexOf(item) : -1,
    region: element.closest<HTMLElement>('[data-region]'),
  };
}

/** Where focus goes when what had it is gone: the next item of its list, else the region it was in. */
function successor({ item, list, index, region }: Place): HTMLElement | null {
  if (item?.isConnected) return item.querySelector<HTMLElement>('a[href], button:not(:disabled)');
  const left = list?.isConnected ? list.children : [];
  const next = left[Math.min(index, left.length - 1)];
  return next?.querySelector<HTMLElement>('a[href], button:not(:disabled)') ?? region;
}

/** Keeps the keyboard's place when an accepted card or a used button disappears under it. */
export function useKeptFocus() {
  useEffect(() => {
    let last: Place | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element && !target.closest('[role="dialog"]')) last = placeOf(target);
    };
    const check = () => {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return;
      const next = last.region?.isConnected ? successor(last) : null;
      last = null;
      next?.focus();
    };
    const watch = new MutationObserver(check);
    watch.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    return () => {
      watch.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}
