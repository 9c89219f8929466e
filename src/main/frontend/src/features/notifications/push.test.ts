import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { call, Problem } from '../../api/client';
import { bytesOf, canPush, isPushedTo, keepPush, leavePush, turnOff, turnOn, watchPush } from './push';

vi.mock('../../api/client', async (original) => ({ ...(await original<object>()), call: vi.fn() }));

const KEY = 'BP-_AQ';
const OTHER_KEY = new Uint8Array([4, 9]).buffer;

/** A browser's subscription, as much of it as counts. */
class Subscription {
  readonly options: { applicationServerKey: ArrayBuffer };
  readonly unsubscribe = vi.fn(() => {
    if (browser.subscription === this) browser.subscription = null;
    return Promise.resolve(true);
  });

  constructor(
    applicationServerKey: ArrayBuffer,
    readonly endpoint = 'https://push.example/1',
  ) {
    this.options = { applicationServerKey };
  }
}

const browser = {
  subscription: null as Subscription | null,
  asked: 'granted',
  registers: () => Promise.resolve(),
  subscribes: () => Promise.resolve(),
  shown: [] as { close: () => void }[],
};

const registration = {
  getNotifications: () => Promise.resolve(browser.shown),
  pushManager: {
    getSubscription: () => Promise.resolve(browser.subscription),
    subscribe: async ({ applicationServerKey }: { applicationServerKey: Uint8Array<ArrayBuffer> }) => {
      await browser.subscribes();
      return (browser.subscription = new Subscription(applicationServerKey.buffer));
    },
  },
};
const register = vi.fn(() => browser.registers());

/** The server's end: what it is asked, and how it answers. */
const asked: string[] = [];
let answers: (line: string) => unknown;

beforeEach(() => {
  localStorage.clear();
  asked.length = 0;
  register.mockClear();
  answers = (line) => (line === 'GET push/key/' ? { key: KEY } : { id: 's1' });
  vi.mocked(call).mockImplementation((method: string, path: string) => {
    const line = `${method} ${path}`;
    asked.push(line);
    return new Promise((resolve) => resolve(answers(line)));
  });
  Object.assign(browser, {
    subscription: null,
    asked: 'granted',
    registers: () => Promise.resolve(),
    subscribes: () => Promise.resolve(),
    shown: [],
  });
  const Asked = {
    permission: 'granted',
    requestPermission: () => Promise.resolve((Asked.permission = browser.asked)),
  };
  vi.stubGlobal('Notification', Asked);
  vi.stubGlobal('PushManager', vi.fn());
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, work: () => Promise<unknown>) => work() },
    serviceWorker: {
      register,
      ready: Promise.resolve(registration),
      getRegistration: () => Promise.resolve(registration),
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

it('reads a key in base64url', () => {
  expect([...bytesOf(KEY)]).toEqual([4, 255, 191, 1]);
});

it('can do it only where the browser has all of it and the page came safely', () => {
  expect(canPush()).toBe(true);
  vi.stubGlobal('isSecureContext', false);
  expect(canPush()).toBe(false);
});

it('cannot do it on a phone whose browser has no push before it is installed', () => {
  vi.stubGlobal('PushManager', undefined);
  Reflect.deleteProperty(window, 'PushManager');
  expect(canPush()).toBe(false);
});

it('subscribes with the key of the server and tells it', async () => {
  const heard = vi.fn();
  const stop = watchPush(heard);
  await turnOn('ada');
  stop();
  expect(register).toHaveBeenCalledWith('/sw.js', { updateViaCache: 'none' });
  expect(asked).toEqual(['GET push/key/', 'POST push/subscriptions/']);
  expect(vi.mocked(call).mock.lastCall?.[2]).toBe(browser.subscription);
  expect([isPushedTo('ada'), isPushedTo('ben')]).toEqual([true, false]);
  expect(heard).toHaveBeenCalled();
});

it('replaces a subscription that was made with another key', async () => {
  const old = (browser.subscription = new Subscription(OTHER_KEY));
  await turnOn('ada');
  expect(old.unsubscribe).toHaveBeenCalledOnce();
  expect(browser.subscription).not.toBe(old);
});

it('keeps a subscription that has the key already', async () => {
  const old = (browser.subscription = new Subscription(bytesOf(KEY).buffer));
  await turnOn('ada');
  expect(old.unsubscribe).not.toHaveBeenCalled();
  expect(vi.mocked(call).mock.lastCall?.[2]).toBe(old);
});

it('says that the browser does not allow it, and asks nothing of the server', async () => {
  browser.asked = 'denied';
  await expect(turnOn('ada')).rejects.toThrow('does not allow notifications');
  expect(asked).toEqual([]);
});

it('says that the worker does not start', async () => {
  browser.registers = () => Promise.reject(new DOMException('', 'SecurityError'));
  await expect(turnOn('ada')).rejects.toThrow('could not start');
  expect(isPushedTo('ada')).toBe(false);
});

it('says that the push service does not answer, or that the browser forbids it', async () => {
  browser.subscribes = () => Promise.reject(new DOMException('', 'AbortError'));
  await expect(turnOn('ada')).rejects.toThrow('did not answer');
  browser.subscribes = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  await expect(turnOn('ada')).rejects.toThrow('does not allow notifications');
});

const refusing = (status: number, code: string) => (line: string) => {
  if (line.startsWith('POST')) throw new Problem(status, { code, detail: 'Not this one.' });
  return { key: KEY };
};

it('leaves nothing behind when the server does not send through this push service', async () => {
  answers = refusing(400, 'invalid_input');
  await expect(turnOn('ada')).rejects.toThrow('sends nothing through the push service');
  expect(browser.subscription).toBeNull();
  expect(isPushedTo('ada')).toBe(false);
});

it('says what the server says when it refuses for another reason', async () => {
  answers = refusing(429, 'too_many');
  await expect(turnOn('ada')).rejects.toThrow('Not this one.');
});

it('unsubscribes the browser, then the server', async () => {
  await turnOn('ada');
  const { unsubscribe } = browser.subscription as unknown as Subscription;
  asked.length = 0;
  answers = () => {
    expect(unsubscribe).toHaveBeenCalled();
  };
  await turnOff('ada');
  expect(asked).toEqual(['DELETE push/subscriptions/s1/']);
  expect(isPushedTo('ada')).toBe(false);
});

it('is off although the server cannot be told', async () => {
  await turnOn('ada');
  answers = () => {
    throw new Problem(0, { code: 'offline' });
  };
  await turnOff('ada');
  expect(browser.subscription).toBeNull();
  expect(isPushedTo('ada')).toBe(false);
});

it('tells the server of a subscription again at the next start, as it belongs to a sign-in', async () => {
  await turnOn('ada');
  asked.length = 0;
  await keepPush('ada', true);
  expect(asked).toEqual(['GET push/key/', 'POST push/subscriptions/']);
});

it('subscribes again at the next start when the browser has lost its subscription', async () => {
  await turnOn('ada');
  browser.subscription = null;
  await keepPush('ada', true);
  expect(browser.subscription).not.toBeNull();
});

it('keeps to the wish when the next start finds no server', async () => {
  await turnOn('ada');
  answers = () => {
    throw new Problem(0, { code: 'offline' });
  };
  await expect(keepPush('ada', true)).rejects.toThrow();
  expect(browser.subscription).not.toBeNull();
  expect(isPushedTo('ada')).toBe(true);
});

it('tells somebody else who signs in here of nothing', async () => {
  await turnOn('ada');
  asked.length = 0;
  await keepPush('ben', true);
  expect(browser.subscription).toBeNull();
  expect(asked).toEqual([]);
  expect([isPushedTo('ada'), isPushedTo('ben')]).toEqual([false, false]);
});

it('goes with the notifications outside of the page, when they are switched off or forbidden', async () => {
  await turnOn('ada');
  await keepPush('ada', false);
  expect(browser.subscription).toBeNull();
  expect(asked.at(-1)).toBe('DELETE push/subscriptions/s1/');
  await turnOn('ada');
  Object.assign(Notification, { permission: 'denied' });
  await keepPush('ada', true);
  expect(browser.subscription).toBeNull();
});

it('has the worker show what the page shows although nobody is subscribed', async () => {
  await keepPush('ada', true);
  expect(register).toHaveBeenCalledOnce();
  expect(asked).toEqual([]);
});

it('starts no worker for somebody who wants nothing outside of the page', async () => {
  await keepPush('ada', false);
  expect(register).not.toHaveBeenCalled();
});

it('leaves nothing on the screen and nothing to come when somebody signs out', async () => {
  await turnOn('ada');
  asked.length = 0;
  const close = vi.fn();
  browser.shown = [{ close }];
  await leavePush();
  expect(close).toHaveBeenCalledOnce();
  expect(browser.subscription).toBeNull();
  expect(isPushedTo('ada')).toBe(false);
  expect(asked).toEqual([]);
});

it('is at peace with a browser that cannot unsubscribe just when somebody signs out', async () => {
  await turnOn('ada');
  const { unsubscribe } = browser.subscription as unknown as Subscription;
  unsubscribe.mockRejectedValueOnce(new DOMException('', 'NetworkError'));
  await leavePush();
  expect(isPushedTo('ada')).toBe(false);
});

it('gives up a push service that never answers', async () => {
  vi.useFakeTimers();
  browser.subscribes = () => new Promise(() => undefined);
  const refused = expect(turnOn('ada')).rejects.toThrow('did not answer');
  await vi.advanceTimersByTimeAsync(30_000);
  await refused;
  vi.useRealTimers();
});
