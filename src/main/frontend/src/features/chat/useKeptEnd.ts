import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type RefObject } from 'react';

/** So near to the end one is still looking at it. */
export const AT_END_PX = 60;

/** Keeps the newest message in view when the thread gets lower, as it does when the composer grows. */
export function useKeptEnd(
  log: RefObject<HTMLDivElement | null>,
  list: Virtualizer<HTMLDivElement, Element>,
) {
  const atEnd = useRef(true);
  useEffect(() => {
    const element = log.current;
    if (!element) return;
    const scrolled = () => {
      atEnd.current = element.scrollHeight - element.clientHeight - element.scrollTop <= AT_END_PX;
    };
    const resized = new ResizeObserver(() => {
      if (atEnd.current) list.scrollToEnd();
    });
    element.addEventListener('scroll', scrolled, { passive: true });
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', scrolled);
      resized.disconnect();
    };
  }, [log, list]);
}
