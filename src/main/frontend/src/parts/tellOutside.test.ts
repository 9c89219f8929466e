import { afterEach, expect, it, vi } from 'vitest';
import { tellOutside } from './tellOutside';

class Shown {
  static permission = 'granted';
  static made: Shown[] = [];
  onclick: () => void = () => undefined;
  closed = false;

  constructor(
    readonly title: string,
    readonly options: NotificationOptions,
  ) {
    Shown.made.push(this);
  }

  close() {
    this.closed = true;
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  Shown.permission = 'granted';
  Shown.made = [];
});

const tell = (open: () => void = () => undefined) =>
  tellOutside({ title: 'Ben', body: 'hello', tag: 'c1', path: '/chats/c1' }, open);

it('leads to what it tells of when it is pressed', async () => {
  vi.stubGlobal('Notification', Shown);
  vi.stubGlobal('focus', () => undefined);
  const open = vi.fn();
  await tell(open);
  const [shown] = Shown.made;
  expect(shown?.options).toEqual({ body: 'hello', tag: 'c1' });
  shown?.onclick();
  expect(open).toHaveBeenCalledOnce();
  expect(shown?.closed).toBe(true);
});

it('has the service worker show it where there is one, so that a push takes its place', async () => {
  vi.stubGlobal('Notification', Shown);
  const registration = {
    active: {},
    getNotifications: () => Promise.resolve([]),
    showNotification: vi.fn(() => Promise.resolve()),
  };
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: () => Promise.resolve(registration) } });
  await tell();
  expect(Shown.made).toEqual([]);
  expect(registration.showNotification).toHaveBeenCalledWith(
    'Ben',
    expect.objectContaining({ body: 'hello', tag: 'c1', data: { path: '/chats/c1' } }),
  );
});

it.each([undefined, { active: null }])(
  'does it itself while no worker is there: %j',
  async (registration) => {
    vi.stubGlobal('Notification', Shown);
    vi.stubGlobal('navigator', { serviceWorker: { getRegistration: () => Promise.resolve(registration) } });
    await tell();
    expect(Shown.made).toHaveLength(1);
  },
);

it('tells nothing without leave', async () => {
  vi.stubGlobal('Notification', Shown);
  Shown.permission = 'default';
  await tell();
  expect(Shown.made).toEqual([]);
});

it('does no harm in a browser that has none, or lets no page use it', async () => {
  await expect(tell()).resolves.toBeUndefined();
  const forbidden = () => {
    throw new TypeError('Illegal constructor');
  };
  vi.stubGlobal('Notification', Object.assign(forbidden, { permission: 'granted' }));
  await expect(tell()).resolves.toBeUndefined();
});
