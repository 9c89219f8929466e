import { beforeEach, expect, it, vi } from 'vitest';
import { call, Problem } from '../api/client';
import { conversation, event, message } from './chatFixtures';
import { applyAnswer, applyChatEvent, chatFromSnapshot, isGone, type ChatState } from './chatState';
import { ConversationCalls } from './conversationCalls';
import { Inquiries } from './inquiries';

vi.mock('../api/client', async (original) => ({ ...(await original<object>()), call: vi.fn() }));

/** The server's end: each call waits until it is answered here. */
const answers: Record<string, { give: (body: unknown) => void; refuse: (why: unknown) => void }> = {};
const asked = () => vi.mocked(call).mock.calls.map(([method, path]) => `${method} ${path}`);
const settle = () => new Promise((done) => setTimeout(done));

let chat: ChatState;
let calls: ConversationCalls;
let inquiries: Inquiries;

const told = (name: string, data: unknown) => (chat = applyChatEvent(chat, 'ada', event(name, data)));
const group = conversation({ id: 'g', kind: 'group' });
const leave = () =>
  calls.leave('g', async () => {
    await call('DELETE', 'conversations/g/members/ada/');
    chat = applyAnswer(chat, 'g', null);
  });

beforeEach(() => {
  vi.mocked(call).mockReset();
  vi.mocked(call).mockImplementation(
    (method) => new Promise((give, refuse) => (answers[method] = { give, refuse })),
  );
  chat = { ...chatFromSnapshot([]), outdated: ['g'] };
  calls = new ConversationCalls((id) => isGone(chat, id));
  inquiries = new Inquiries(calls, (change) => (chat = change(chat)));
});

it('asks once at a time about a conversation', () => {
  inquiries.about(['g']);
  inquiries.about(['g', 'h']);
  expect(asked()).toEqual(['GET conversations/g/', 'GET conversations/h/']);
});

it.each([
  ['after an event', () => inquiries.about(['g'])],
  ['after an act', () => void inquiries.once('g')],
])('leaves a group only when what was asked %s is answered, and asks nothing more', async (_, ask) => {
  ask();
  const left = leave();
  await settle();
  expect(asked()).toEqual(['GET conversations/g/']);
  answers.GET?.give(group);
  await vi.waitFor(() => expect(asked()).toContain('DELETE conversations/g/members/ada/'));
  inquiries.about(['g']);
  await inquiries.once('g');
  answers.DELETE?.give(undefined);
  await left;
  expect(asked()).toHaveLength(2);
  expect(chat.conversations).toEqual({});
  expect(chat.outdated).toEqual([]);
});

it.each([
  ['a role', 'member.added', { conversation: 'g', username: 'ben', role: 'owner' }],
  ['a message', 'message.sent', message(7, { conversation: 'g' })],
  ['a change', 'conversation.updated', group],
])('asks nothing when the journal tells %s of a group that has been left', async (_, name, data) => {
  const left = leave();
  await vi.waitFor(() => expect(asked()).toHaveLength(1));
  answers.DELETE?.give(undefined);
  await left;
  told(name, data);
  inquiries.about(chat.outdated);
  told('member.removed', { conversation: 'g', username: 'ada', role: 'member' });
  inquiries.about(chat.outdated);
  await inquiries.once('g');
  expect(asked()).toEqual(['DELETE conversations/g/members/ada/']);
  expect(chat.conversations).toEqual({});
});

it('asks nothing about a group that somebody has removed me from, until I am in again', async () => {
  told('conversation.created', group);
  told('member.removed', { conversation: 'g', username: 'ada', role: 'member' });
  await inquiries.once('g');
  expect(asked()).toEqual([]);
  told('conversation.created', group);
  void inquiries.once('g');
  expect(asked()).toEqual(['GET conversations/g/']);
});

it('keeps the group when leaving it is refused, and asks about it again', async () => {
  told('conversation.created', group);
  const left = leave();
  await vi.waitFor(() => expect(asked()).toHaveLength(1));
  await expect(calls.call('g', 'GET', 'messages/')).rejects.toMatchObject({ status: 0 });
  answers.DELETE?.refuse(new Problem(409, {}));
  await expect(left).rejects.toMatchObject({ status: 409 });
  expect(Object.keys(chat.conversations)).toEqual(['g']);
  inquiries.about(['g']);
  expect(asked()).toContain('GET conversations/g/');
});

it('has no call go out about what is gone, of whatever kind', async () => {
  chat = applyAnswer(chat, 'g', null);
  await expect(calls.call('g', 'PUT', 'draft/', {})).rejects.toMatchObject({ status: 404 });
  expect(asked()).toEqual([]);
});

it('waits for an answer that does not come only so long', async () => {
  vi.useFakeTimers();
  inquiries.about(['g']);
  void leave();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(asked()).toContain('DELETE conversations/g/members/ada/');
  vi.useRealTimers();
});
