import { newsIn, pathWithin, show, type Told } from './news';

/** How long a window may take to say that it goes where it is told. */
const ANSWER_MS = 700;

/** This push service takes a subscription away when a push shows nothing, whoever looks at the page. */
const STRICT = '.push.apple.com';

/** Has a worker attend to pushes, and to what people do with what they show. */
export function attend(scope: ServiceWorkerGlobalScope) {
  // An update counts at once: no page depends on anything of an older one.
  scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
  scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
  scope.addEventListener('push', (event) => event.waitUntil(tell(scope, event.data?.text())));
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close();
    const { path } = (event.notification.data ?? {}) as { path?: unknown };
    event.waitUntil(open(scope, pathWithin(scope.location.origin, path)));
  });
  scope.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(subscribeAnew(scope, event)));
}

function windows({ clients }: ServiceWorkerGlobalScope) {
  return clients.matchAll({ type: 'window', includeUncontrolled: true });
}

async function tell(scope: ServiceWorkerGlobalScope, payload: string | undefined) {
  const seen = (await windows(scope)).some((each) => each.focused && each.visibilityState === 'visible');
  if (seen && (await mayShowNothing(scope))) return;
  await show(scope.registration, newsIn(payload));
}

async function mayShowNothing({ registration }: ServiceWorkerGlobalScope) {
  const subscription = await registration.pushManager.getSubscription();
  return subscription !== null && !new URL(subscription.endpoint).hostname.endsWith(STRICT);
}

/** Has the window that was looked at last go there, or opens one. */
async function open(scope: ServiceWorkerGlobalScope, path: string) {
  for (const each of await windows(scope)) {
    if (await goes(each, path)) {
      await each.focus().catch(() => undefined);
      return;
    }
  }
  await scope.clients.openWindow(path);
}

/** Whether a window goes there: one that sleeps, or shows something else of this origin, does not answer. */
function goes(window: WindowClient, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (answered: boolean) => {
      clearTimeout(late);
      port1.close();
      resolve(answered);
    };
    const late = setTimeout(() => end(false), ANSWER_MS);
    port1.onmessage = () => end(true);
    window.postMessage({ type: 'open', path } satisfies Told, [port2]);
  });
}

/** Subscribes with the old key where the browser has not; a page tells the server, at the latest when it starts. */
async function subscribeAnew(scope: ServiceWorkerGlobalScope, event: PushSubscriptionChangeEvent) {
  const applicationServerKey = event.oldSubscription?.options.applicationServerKey;
  if (!event.newSubscription && applicationServerKey) {
    const { pushManager } = scope.registration;
    await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }).catch(() => undefined);
  }
  (await windows(scope)).forEach((each) => each.postMessage({ type: 'subscribed' } satisfies Told));
}
