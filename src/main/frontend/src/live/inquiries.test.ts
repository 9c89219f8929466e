import { beforeEach, expect, it, vi } from 'vitest';
import { call } from '../api/client';
import { chatFromSnapshot, type ChatState } from './chatState';
import { Inquiries } from './inquiries';

vi.mock('../api/client', async (original) => ({ ...(await original<object>()), call: vi.fn() }));

/** The server's end: each call waits until it is answered here. */
const answers: Record<string, (body: unknown) => void> = {};
const asked = () => vi.mocked(call).mock.calls.map(([method, path]) => `${method} ${path}`);

let chat: ChatState;
let inquiries: Inquiries;

beforeEach(() => {
  vi.mocked(call).mockReset();
  vi.mocked(call).mockImplementation((method) => new Promise((resolve) => (answers[method] = resolve)));
  chat = { ...chatFromSnapshot([]), outdated: ['g'] };
  inquiries = new Inquiries((change) => (chat = change(chat)));
});

it('asks once at a time about a conversation', () => {
  inquiries.about(['g']);
  inquiries.about(['g', 'h']);
  expect(asked()).toEqual(['GET conversations/g/', 'GET conversations/h/']);
});

it('leaves a group only when what was asked about it is answered, and asks nothing more', async () => {
  inquiries.about(['g']);
  const left = inquiries.leave('g', 'ada');
  await Promise.resolve();
  expect(asked()).toEqual(['GET conversations/g/']);
  answers.GET?.({ id: 'g', members: [], kind: 'group' });
  await vi.waitFor(() => expect(asked()).toContain('DELETE conversations/g/members/ada/'));
  inquiries.about(['g']);
  answers.DELETE?.(undefined);
  await left;
  expect(asked()).toHaveLength(2);
  expect(chat.conversations).toEqual({});
  expect(chat.outdated).toEqual([]);
});

it('keeps the group when leaving it is refused', async () => {
  chat = { ...chat, conversations: { g: { id: 'g' } as never } };
  vi.mocked(call).mockRejectedValueOnce(new Error('refused'));
  await expect(inquiries.leave('g', 'ada')).rejects.toThrow('refused');
  expect(Object.keys(chat.conversations)).toEqual(['g']);
  inquiries.about(['g']);
  expect(asked()).toContain('GET conversations/g/');
});
