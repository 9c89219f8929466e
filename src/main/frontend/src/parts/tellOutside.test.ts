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

const tell = (open: () => void = () => undefined) => tellOutside('Ben', { body: 'hello' }, open);

it('leads to what it tells of when it is pressed', () => {
  vi.stubGlobal('Notification', Shown);
  vi.stubGlobal('focus', () => undefined);
  const open = vi.fn();
  tell(open);
  const [shown] = Shown.made;
  expect(shown?.options.body).toBe('hello');
  shown?.onclick();
  expect(open).toHaveBeenCalledOnce();
  expect(shown?.closed).toBe(true);
});

it('tells nothing without leave', () => {
  vi.stubGlobal('Notification', Shown);
  Shown.permission = 'default';
  tell();
  expect(Shown.made).toEqual([]);
});

it('does no harm in a browser that has none, or lets no page use it', () => {
  expect(() => tell()).not.toThrow();
  const forbidden = () => {
    throw new TypeError('Illegal constructor');
  };
  vi.stubGlobal('Notification', Object.assign(forbidden, { permission: 'granted' }));
  expect(() => tell()).not.toThrow();
});
