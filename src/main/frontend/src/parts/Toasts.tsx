import { Suspense, useEffect, useSyncExternalStore } from 'react';
import { prepareToasts, toastsAreMounted, watchToasts } from './toasts';
import { later } from './later';

const ToastList = later(() => import('./ToastList'));

const AFTER_MS = 2_000;

/** The place of the toasts, which comes when the rest of the page is there. */
export function Toasts() {
  const mounted = useSyncExternalStore(watchToasts, toastsAreMounted);
  useEffect(() => {
    const timer = setTimeout(prepareToasts, AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return mounted ? (
    <Suspense fallback={null}>
      <ToastList />
    </Suspense>
  ) : null;
}
