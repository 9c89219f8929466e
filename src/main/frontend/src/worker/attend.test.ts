import { beforeEach, expect, it, vi } from 'vitest';
import { attend } from './attend';
import { UNREADABLE } from './news';

type Shown = NotificationOptions & { title: string; renotify?: boolean };

/** A window of Parley, which goes where it is told as long as it is awake. */
class Window {
  focused = false;
  visibilityState = 'hidden';
  awake = true;
  readonly told: unknown[] = [];
  readonly focus = vi.fn(() => Promise.resolve());

  postMessage(message: unknown, [port]: MessagePort[] = []) {
    this.told.push(message);
    if (this.awake) port?.postMessage(true);
  }
}

const listeners = new Map<string, (event: object) => void>();
let shown: Shown[];
let windows: Window[];
let subscription: { endpoint: string } | null;
const scope = {
  location: { origin: 'https://parley.example' },
  addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
  skipWaiting: vi.fn(() => Promise.resolve()),
  clients: {
    claim: vi.fn(() => Promise.resolve()),
    matchAll: () => Promise.resolve(windows),
    openWindow: vi.fn(() => Promise.resolve(null)),
  },
  registration: {
    getNotifications: ({ tag }: { tag: string }) => Promise.resolve(shown.filter((each) => each.tag === tag)),
    showNotification: (title: string, options: NotificationOptions) => {
      shown = [...shown.filter((each) => each.tag !== options.tag), { title, ...options }];
      return Promise.resolve();
    },
    pushManager: {
      getSubscription: () => Promise.resolve(subscription),
      subscribe: vi.fn(() => Promise.resolve()),
    },
  },
};

beforeEach(() => {
  vi.clearAllMocks();
  shown = [];
  windows = [];
  subscription = { endpoint: 'https://fcm.googleapis.com/fcm/send/a' };
  attend(scope as unknown as ServiceWorkerGlobalScope);
});

/** Lets an event happen, and waits until the worker is done with it. */
async function happens(name: string, event: object = {}) {
  let done: Promise<unknown> = Promise.resolve();
  listeners.get(name)?.({ ...event, waitUntil: (work: Promise<unknown>) => (done = work) });
  await done;
}

const pushed = (payload: object | string) =>
  happens('push', {
    data: { text: () => (typeof payload === 'string' ? payload : JSON.stringify(payload)) },
  });

const pressed = (data: unknown) => {
  const close = vi.fn();
  return happens('notificationclick', { notification: { data, close } }).then(() => close);
};

const HELLO = { title: 'Ben', body: 'hello', tag: 'c1', path: '/chats/c1' };

function lookedAt() {
  return Object.assign(new Window(), { focused: true, visibilityState: 'visible' });
}

it('takes over at once when it is new', async () => {
  await happens('install');
  expect(scope.skipWaiting).toHaveBeenCalledOnce();
  await happens('activate');
  expect(scope.clients.claim).toHaveBeenCalledOnce();
});

it('shows what is pushed, and where it leads', async () => {
  await pushed(HELLO);
  expect(shown).toEqual([
    expect.objectContaining({
      title: 'Ben',
      body: 'hello',
      tag: 'c1',
      icon: '/icons/icon-192.png',
      badge: '/icons/badge-96.png',
      data: { path: '/chats/c1' },
    }),
  ]);
});

it('shows something for each push, whatever is in it', async () => {
  await pushed('{');
  await happens('push', { data: null });
  expect(shown.map((each) => each.title)).toEqual([UNREADABLE.title]);
});

it('replaces what it has shown of the same, and disturbs again only for something new', async () => {
  await pushed(HELLO);
  expect(shown[0]?.renotify).toBe(false);
  await pushed(HELLO);
  expect(shown[0]?.renotify).toBe(false);
  await pushed({ ...HELLO, body: 'are you there?' });
  expect(shown).toHaveLength(1);
  expect(shown[0]?.renotify).toBe(true);
});

it('shows nothing to somebody who looks at Parley', async () => {
  windows = [new Window(), lookedAt()];
  await pushed(HELLO);
  expect(shown).toEqual([]);
});

it('shows it to somebody who has Parley open but looks elsewhere', async () => {
  windows = [new Window(), Object.assign(new Window(), { visibilityState: 'visible' })];
  await pushed(HELLO);
  expect(shown).toHaveLength(1);
});

it('shows it in any case where the browser insists on it', async () => {
  windows = [lookedAt()];
  subscription = { endpoint: 'https://web.push.apple.com/a' };
  await pushed(HELLO);
  expect(shown).toHaveLength(1);
});

it('leads an open window to what is pressed', async () => {
  const [first, second] = [new Window(), new Window()];
  windows = [first, second];
  const close = await pressed({ path: '/chats/c1' });
  expect(close).toHaveBeenCalledOnce();
  expect(first.told).toEqual([{ type: 'open', path: '/chats/c1' }]);
  expect(first.focus).toHaveBeenCalledOnce();
  expect(second.told).toEqual([]);
  expect(scope.clients.openWindow).not.toHaveBeenCalled();
});

it('leads another window there when the first one sleeps', async () => {
  const [asleep, awake] = [Object.assign(new Window(), { awake: false }), new Window()];
  windows = [asleep, awake];
  await pressed({ path: '/requests/ben' });
  expect(asleep.focus).not.toHaveBeenCalled();
  expect(awake.focus).toHaveBeenCalledOnce();
});

it('opens a window when none is there or none is awake', async () => {
  await pressed({ path: '/chats/c1' });
  expect(scope.clients.openWindow).toHaveBeenLastCalledWith('/chats/c1');
  windows = [Object.assign(new Window(), { awake: false })];
  await pressed({ path: '/chats/c2' });
  expect(scope.clients.openWindow).toHaveBeenLastCalledWith('/chats/c2');
});

it.each([{ path: 'https://evil.example/' }, { path: '//evil.example' }, {}, null])(
  'leads nowhere else for %j',
  async (data) => {
    await pressed(data);
    expect(scope.clients.openWindow).toHaveBeenLastCalledWith('/');
  },
);

const KEY = new Uint8Array([4, 1, 2]).buffer;

it('subscribes anew with the same key when the browser has dropped a subscription, and says so', async () => {
  const window = new Window();
  windows = [window];
  await happens('pushsubscriptionchange', {
    oldSubscription: { options: { applicationServerKey: KEY } },
    newSubscription: null,
  });
  expect(scope.registration.pushManager.subscribe).toHaveBeenCalledWith({
    userVisibleOnly: true,
    applicationServerKey: KEY,
  });
  expect(window.told).toEqual([{ type: 'subscribed' }]);
});

it('leaves a subscription that the browser has renewed by itself, and says so', async () => {
  const window = new Window();
  windows = [window];
  const options = { applicationServerKey: KEY };
  await happens('pushsubscriptionchange', { oldSubscription: { options }, newSubscription: { options } });
  expect(scope.registration.pushManager.subscribe).not.toHaveBeenCalled();
  expect(window.told).toEqual([{ type: 'subscribed' }]);
});

it('leaves it to the page when it knows no key or may not subscribe', async () => {
  const window = new Window();
  windows = [window];
  await happens('pushsubscriptionchange', { oldSubscription: null, newSubscription: null });
  expect(scope.registration.pushManager.subscribe).not.toHaveBeenCalled();
  scope.registration.pushManager.subscribe.mockRejectedValueOnce(new DOMException('', 'NotAllowedError'));
  await happens('pushsubscriptionchange', { oldSubscription: { options: { applicationServerKey: KEY } } });
  expect(window.told).toEqual([{ type: 'subscribed' }, { type: 'subscribed' }]);
});
