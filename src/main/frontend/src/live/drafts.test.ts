import { beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../api/client';
import { ConversationCalls } from './conversationCalls';
import { Drafts } from './drafts';

/** The calls that were made, each to be answered when the test wants it. */
const asked: { what: string; answer: () => void; fail: (why: unknown) => void }[] = [];

vi.mock('../api/client', async (original) => ({
  ...(await original<object>()),
  call: (method: string, path: string) =>
    new Promise<void>((answer, fail) => {
      asked.push({ what: `${method} ${path}`, answer, fail });
    }),
}));

const written = { body: 'hello', reply_to: null };
const nothing = { body: '', reply_to: null };
const settle = () => vi.waitFor(() => Promise.resolve());

beforeEach(() => void asked.splice(0));

it('of one conversation are saved one after the other, so that what was sent does not come back', async () => {
  const drafts = new Drafts(new ConversationCalls(() => false));
  void drafts.save('c', written);
  const cleared = drafts.save('c', nothing);
  await settle();
  expect(asked.map(({ what }) => what)).toEqual(['PUT conversations/c/draft/']);
  asked[0]?.answer();
  await vi.waitFor(() => expect(asked[1]?.what).toBe('DELETE conversations/c/draft/'));
  asked[1]?.answer();
  await cleared;
});

it('of different conversations do not wait for each other', () => {
  const drafts = new Drafts(new ConversationCalls(() => false));
  void drafts.save('c', written);
  void drafts.save('d', written);
  expect(asked).toHaveLength(2);
});

it('that could not be saved say so and hold nothing up', async () => {
  const drafts = new Drafts(new ConversationCalls(() => false));
  const failing = drafts.save('c', written);
  const next = drafts.save('c', nothing);
  asked[0]?.fail(new Problem(0, { code: 'offline' }));
  await expect(failing).rejects.toThrow();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]?.fail(new Problem(404, {}));
  await expect(next).resolves.toBeUndefined();
});
