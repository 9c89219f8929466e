import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../api/client';
import { ConversationCalls } from './conversationCalls';
import { Drafts } from './drafts';

/** The calls that were made, each to be answered when the test wants it. */
const asked: { what: string; body: unknown; answer: () => void; fail: (why: unknown) => void }[] = [];

vi.mock('../api/client', async (original) => ({
  ...(await original<object>()),
  call: (method: string, path: string, body: unknown) =>
    new Promise<void>((answer, fail) => {
      asked.push({ what: `${method} ${path}`, body, answer, fail });
    }),
}));

const LONGEST_MS = 30_100;
const written = { body: 'hello', reply_to: null };
const longer = { body: 'hello again', reply_to: null };
const nothing = { body: '', reply_to: null };
const passing = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const answered = async (at: number, why?: unknown) => {
  if (why) asked[at]?.fail(why);
  else asked[at]?.answer();
  await passing(0);
};

const saved = vi.fn();
let drafts: Drafts;

beforeEach(() => {
  vi.useFakeTimers();
  asked.splice(0);
  saved.mockClear();
  drafts = new Drafts(new ConversationCalls(() => false), saved);
});
afterEach(() => void vi.useRealTimers());

it('of one conversation are saved one after the other, so that what was sent does not come back', async () => {
  drafts.save('c', written);
  drafts.save('c', nothing);
  await passing(0);
  expect(asked.map(({ what }) => what)).toEqual(['PUT conversations/c/draft/']);
  await answered(0);
  expect(asked[1]?.what).toBe('DELETE conversations/c/draft/');
  await answered(1);
  expect(drafts.unsaved('c')).toBeUndefined();
  expect(saved).toHaveBeenLastCalledWith('c', nothing);
});

it('of one conversation are saved only as they stand last', async () => {
  for (const body of ['h', 'he', 'hel', 'help']) drafts.save('c', { body, reply_to: null });
  await answered(0);
  await answered(1);
  expect(asked.map(({ body }) => body)).toEqual([
    { body: 'h', reply_to: null },
    { body: 'help', reply_to: null },
  ]);
});

it('of different conversations do not wait for each other', async () => {
  drafts.save('c', written);
  await answered(0, new Problem(400, {}));
  drafts.save('d', written);
  expect(asked[1]?.what).toBe('PUT conversations/d/draft/');
});

it.each([
  ['without a network', new Problem(0, { code: 'offline' })],
  ['that are refused', new Problem(400, {})],
  ['that are too many', new Problem(429, {}, 2)],
  ['that the server has no time for', new Problem(503, {})],
])('%s are kept and tried again, at longer and longer intervals up to half a minute', async (_, why) => {
  drafts.save('c', written);
  for (let failures = 0; failures < 12; failures++) {
    expect(asked).toHaveLength(failures + 1);
    await answered(failures, why);
    expect(asked).toHaveLength(failures + 1);
    expect(drafts.unsaved('c')).toEqual(written);
    await passing(LONGEST_MS);
  }
  await answered(12);
  expect(drafts.unsaved('c')).toBeUndefined();
  await passing(LONGEST_MS);
  expect(asked).toHaveLength(13);
});

it('rest as long as the server asks for', async () => {
  drafts.save('c', written);
  await answered(0, new Problem(429, {}, 60));
  await passing(59_000);
  expect(asked).toHaveLength(1);
  await passing(1_000);
  expect(asked).toHaveLength(2);
});

it('that are written on while they wait to be tried again are saved as they stand then', async () => {
  drafts.save('c', written);
  await answered(0, new Problem(503, {}));
  drafts.save('c', longer);
  expect(asked).toHaveLength(1);
  expect(drafts.unsaved('c')).toEqual(longer);
  await passing(LONGEST_MS);
  expect(asked[1]?.body).toEqual(longer);
});

it('that wait are tried at once when the server is back, and none twice', async () => {
  drafts.save('c', written);
  drafts.flush();
  expect(asked).toHaveLength(1);
  await answered(0, new Problem(0, { code: 'offline' }));
  drafts.flush();
  expect(asked).toHaveLength(2);
  await answered(1);
  await passing(LONGEST_MS);
  drafts.flush();
  expect(asked).toHaveLength(2);
});

it('of a conversation that has gone go with it', async () => {
  drafts.save('c', written);
  await answered(0, new Problem(404, {}));
  expect(drafts.unsaved('c')).toBeUndefined();
  await passing(LONGEST_MS);
  expect(asked).toHaveLength(1);
});

it('are dropped when their writer signs out', async () => {
  drafts.save('c', written);
  drafts.save('d', written);
  await answered(0, new Problem(503, {}));
  drafts.stop();
  drafts.save('e', written);
  await answered(1, new Problem(503, {}));
  await passing(LONGEST_MS);
  drafts.flush();
  expect(asked).toHaveLength(2);
  for (const id of ['c', 'd', 'e']) expect(drafts.unsaved(id)).toBeUndefined();
  expect(saved).not.toHaveBeenCalled();
});
