import { call, Problem } from '../../api/client';

/** How long the browser may take to start the worker, or its push service to answer. */
const PATIENCE_MS = 20_000;
const REMEMBERED = 'parley-push';

export const NOT_ALLOWED =
  'Your browser does not allow notifications from this page. Allow them in its settings first.';
const NO_WORKER =
  'Your browser could not start the part of Parley that shows notifications. Reload the page and try again; in a private window it may never work.';
const NO_SERVICE =
  'The push service of your browser did not answer. Check your connection and whether your browser allows push messages, then try again.';
const REFUSED =
  'This server sends nothing through the push service of your browser. Ask an administrator, or use another browser.';

/** Who wants pushes in this browser, and what the server calls its subscription. */
interface Kept {
  user: string;
  id: string;
}

const watchers = new Set<() => void>();

/** Whether this browser can show what comes while Parley is closed. */
export function canPush(): boolean {
  return (
    window.isSecureContext &&
    'serviceWorker' in navigator &&
    'PushManager' in window &&
    'Notification' in window
  );
}

/** Whether this person has switched pushes on in this browser. */
export function isPushedTo(user: string): boolean {
  return kept()?.user === user;
}

/** Hears of it when that changes, here or in another tab. */
export function watchPush(watcher: () => void) {
  watchers.add(watcher);
  window.addEventListener('storage', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('storage', watcher);
  };
}

/** Subscribes this browser for somebody, and asks them for leave first. */
export async function turnOn(user: string): Promise<void> {
  // First of all: browsers let a page ask only as the answer to a press.
  if ((await Notification.requestPermission()) !== 'granted') throw fault('not_allowed', NOT_ALLOWED);
  await alone(async () => {
    try {
      await subscribe(user);
    } catch (problem) {
      await unsubscribe(user).catch(() => undefined);
      throw problem;
    }
  });
}

/** Takes the subscription of this browser away. */
export function turnOff(user: string): Promise<void> {
  return alone(() => unsubscribe(user));
}

/**
 * Has this browser be what its person wants, at each start and when they change their mind. A subscription belongs to
 * a sign-in, so a new one is told of it; one of somebody else goes.
 */
export async function keepPush(user: string, wanted: boolean): Promise<void> {
  if (!canPush()) return;
  const shows = wanted && Notification.permission === 'granted';
  // What the page itself shows is shown by the worker, too.
  if (shows) await worker();
  await alone(() => (shows && isPushedTo(user) ? subscribe(user) : unsubscribe(user)));
}

/** When somebody has left this browser: nothing comes any more, and nothing that came stays on the screen. */
export async function leavePush(): Promise<void> {
  if (!canPush()) return;
  const registration = await navigator.serviceWorker.getRegistration();
  (await registration?.getNotifications())?.forEach((shown) => shown.close());
  // The server has taken its part away with the sign-in; what the browser does not do now it does at the next start.
  await alone(() => unsubscribe(null)).catch(() => undefined);
}

async function subscribe(user: string) {
  const { key } = await call<{ key: string }>('GET', 'push/key/');
  const subscription = await subscriptionFor(await worker(), bytesOf(key));
  const { id } = await call<{ id: string }>('POST', 'push/subscriptions/', subscription).catch(
    (problem: unknown) => {
      throw problem instanceof Problem && problem.status === 400 ? fault(problem.code, REFUSED) : problem;
    },
  );
  keep({ user, id });
}

async function unsubscribe(user: string | null) {
  const before = kept();
  keep(null);
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  if (!before || before.user !== user) return;
  // Should the server not hear of it, the push service will say so at the next push.
  await call('DELETE', `push/subscriptions/${before.id}/`).catch(() => undefined);
}

async function worker(): Promise<ServiceWorkerRegistration> {
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    return await within(PATIENCE_MS, navigator.serviceWorker.ready);
  } catch {
    throw fault('no_worker', NO_WORKER);
  }
}

/** The browser's subscription for this key; one for another key, which the server does not have any more, goes. */
async function subscriptionFor({ pushManager }: ServiceWorkerRegistration, key: Uint8Array<ArrayBuffer>) {
  try {
    const old = await pushManager.getSubscription();
    if (old && isSame(old.options.applicationServerKey, key)) return old;
    await old?.unsubscribe();
    const wanted = { userVisibleOnly: true, applicationServerKey: key };
    return await within(PATIENCE_MS, pushManager.subscribe(wanted));
  } catch (problem) {
    const denied = problem instanceof DOMException && problem.name === 'NotAllowedError';
    throw denied ? fault('not_allowed', NOT_ALLOWED) : fault('no_push_service', NO_SERVICE);
  }
}

/** The bytes of a key in base64url. */
export function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(key.replace(/-/g, '+').replace(/_/g, '/')), (each) => each.charCodeAt(0));
}

function isSame(one: ArrayBuffer | null, other: Uint8Array) {
  const bytes = new Uint8Array(one ?? []);
  return bytes.length === other.length && bytes.every((byte, at) => byte === other[at]);
}

function kept(): Kept | null {
  return JSON.parse(localStorage.getItem(REMEMBERED) ?? 'null') as Kept | null;
}

function keep(now: Kept | null) {
  if (now) localStorage.setItem(REMEMBERED, JSON.stringify(now));
  else localStorage.removeItem(REMEMBERED);
  watchers.forEach((watcher) => watcher());
}

/** One tab at a time, for there is one subscription for all of them. */
async function alone(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request('parley-push', work);
}

function within<T>(limit: number, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new Error('no answer in time')), limit),
  );
  return Promise.race([work, late]);
}

function fault(code: string, detail: string) {
  return new Problem(0, { code, detail });
}
