import type { NotificationData } from '@mantine/notifications';

const load = () => import('./ToastList');

let mounted = false;
const watchers = new Set<() => void>();

/** Shows a toast; what shows toasts is loaded by the first one, or once there is time for it. */
export function toast(data: NotificationData) {
  void load().then(({ notifications }) => {
    mount();
    notifications.show({ closeButtonProps: { 'aria-label': 'Dismiss' }, ...data });
  });
}

function mount() {
  mounted = true;
  watchers.forEach((watcher) => watcher());
}

/** Loads what shows toasts before any is needed: without a network it could not be had. */
export const prepareToasts = () => void load().then(mount);

export const toastsAreMounted = () => mounted;

export function watchToasts(watcher: () => void) {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}
