/** What a push tells, and what a notification outside of the page shows. */
export interface News {
  title: string;
  body: string;
  /** A newer one with the same tag takes the place of the older. */
  tag: string;
  /** The page that it leads to. */
  path: string;
}

/** What the worker tells an open window: where to go, or that this browser's subscription is another one. */
export type Told = { type: 'open'; path: string } | { type: 'subscribed' };

/** Browsers demand that each push shows something, also one that cannot be read. */
export const UNREADABLE: News = { title: 'Something new in Parley', body: '', tag: 'parley', path: '/' };

/** The news that a push carries. */
export function newsIn(payload: string | undefined): News {
  let read: unknown;
  try {
    read = JSON.parse(payload ?? '');
  } catch {
    return UNREADABLE;
  }
  const said = (read ?? {}) as Partial<Record<keyof News, unknown>>;
  if (typeof said.title !== 'string' || !said.title) return UNREADABLE;
  const text = (name: keyof News) => {
    const value = said[name];
    return typeof value === 'string' && value ? value : UNREADABLE[name];
  };
  return { title: said.title, body: text('body'), tag: text('tag'), path: text('path') };
}

/** A path as it may be opened: a page of this origin and nothing else. */
export function pathWithin(origin: string, path: unknown): string {
  if (typeof path !== 'string' || !path.startsWith('/')) return '/';
  try {
    const url = new URL(path, origin);
    return url.origin === origin ? url.pathname + url.search + url.hash : '/';
  } catch {
    return '/';
  }
}

/** Shows news outside of the page; what shows already, because the page was quicker, disturbs nobody again. */
export async function show(registration: ServiceWorkerRegistration, news: News): Promise<void> {
  const { title, body, tag, path } = news;
  const before = await registration.getNotifications({ tag });
  const options: NotificationOptions & { renotify: boolean } = {
    body,
    tag,
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    data: { path },
    renotify: before.some((shown) => shown.title !== title || shown.body !== body),
  };
  await registration.showNotification(title, options);
}
