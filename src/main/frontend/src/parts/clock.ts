import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;

/** One clock for the whole page: it strikes with every minute, and when one looks at the page again. */
const watchers = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function strike() {
  clearTimeout(timer);
  timer = setTimeout(strike, MINUTE - (Date.now() % MINUTE));
  watchers.forEach((watcher) => watcher());
}

/** A page in the background, or on a machine that sleeps, misses strokes. */
function lookedAt() {
  if (document.visibilityState === 'visible') strike();
}

function subscribe(watcher: () => void) {
  if (watchers.size === 0) {
    timer = setTimeout(strike, MINUTE - (Date.now() % MINUTE));
    document.addEventListener('visibilitychange', lookedAt);
  }
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', lookedAt);
  };
}

/** The minute that it is, in milliseconds; what uses it is drawn anew as time goes. */
export const useMinute = () => useSyncExternalStore(subscribe, () => Date.now() - (Date.now() % MINUTE));

/** The midnight that today began with, in milliseconds; what uses it is drawn anew when the next day begins. */
export const useToday = () => useSyncExternalStore(subscribe, () => new Date().setHours(0, 0, 0, 0));
