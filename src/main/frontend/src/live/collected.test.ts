import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attachment } from '../api/chat';
import { Problem } from '../api/client';
import { message, outgoing } from './chatFixtures';
import { collected } from './collected';
import type { Outgoing } from './outboxState';
import { OutboxStore } from './outboxStore';
import { Sender } from './sender';
import { Uploads } from './uploads';

const view: Attachment = {
  id: 'a1',
  name: 'view.png',
  media_type: 'image/png',
  size: 3,
  width: 8,
  height: 6,
};

/** A page with an outbox, whose uploads end when the test says so. */
class Page {
  arrive: () => void = () => undefined;
  refuse: (why: Problem) => void = () => undefined;
  readonly sent: [string, string[]][] = [];
  readonly uploads = new Uploads(
    () =>
      new Promise((resolve, reject) => {
        this.arrive = () => resolve(view);
        this.refuse = reject;
      }),
  );
  readonly sender: Sender = new Sender(
    new OutboxStore('id-ada'),
    async (each) => {
      const attachments = await collected(each, this.sender, this.uploads);
      this.sent.push([each.body, attachments.map(({ id }) => id)]);
      return message(this.sent.length, { client_id: each.client_id, sender: 'ada' });
    },
    () => undefined,
  );

  write(body: string, over: Partial<Outgoing> = {}) {
    this.sender.send(outgoing(body, { attachments: this.uploads.take('c'), ...over }));
  }

  attach() {
    this.uploads.add('c', [new File(['abc'], 'view.png')], { largest: null, most: 10 });
  }
}

const settle = () => vi.advanceTimersByTimeAsync(40_000);
let page: Page;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  const request = (_: string, work: () => Promise<unknown>) => work();
  vi.stubGlobal('navigator', { locks: { request } });
  page = new Page();
  page.sender.start();
});
afterEach(() => {
  page.sender.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a message whose picture is still coming', () => {
  it('is followed by what was written after it, each with its own attachments', async () => {
    page.attach();
    page.write('the first');
    page.write('the second');
    await settle();
    expect(page.sent).toEqual([]);
    expect(page.sender.current().map((each) => each.body)).toEqual(['the first', 'the second']);
    page.arrive();
    await settle();
    expect(page.sent).toEqual([
      ['the first', ['a1']],
      ['the second', []],
    ]);
    expect(localStorage.length).toBe(0);
  });

  it('is uploaded again after a failure that passes', async () => {
    page.attach();
    page.write('the first');
    page.refuse(new Problem(0, { code: 'offline' }));
    await settle();
    page.arrive();
    await settle();
    expect(page.sent).toEqual([['the first', ['a1']]]);
  });

  it('waits for the person when the picture is refused, and goes without it if they wish', async () => {
    page.attach();
    page.write('the first');
    page.refuse(new Problem(400, { detail: 'No picture.' }));
    await settle();
    expect(page.sender.current()[0]?.refusal).toEqual({
      code: 'not_attached',
      message: 'view.png could not be attached: No picture.',
    });
    page.sender.retryWithoutComing('the first');
    await settle();
    expect(page.sent).toEqual([['the first', []]]);
  });

  it('keeps its text over a reload, says that the picture is gone, and holds nothing up', async () => {
    page.attach();
    page.write('the first');
    page.sender.stop();
    page = new Page();
    page.sender.start();
    page.write('the second');
    await settle();
    expect(page.sender.current()[0]).toMatchObject({ body: 'the first', refusal: { code: 'not_attached' } });
    expect(page.sent).toEqual([['the second', []]]);
  });

  it('is not sent once it was discarded in another tab', async () => {
    page.attach();
    page.write('the first');
    await settle();
    const key = 'parley-outbox:id-ada:the first';
    localStorage.removeItem(key);
    dispatchEvent(new StorageEvent('storage', { key, newValue: null }));
    page.arrive();
    await settle();
    expect(page.sent).toEqual([]);
    expect(localStorage.length).toBe(0);
  });
});
