import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Draft } from '../../api/chat';
import { Problem } from '../../api/client';
import { conversation } from '../../live/chatFixtures';
import { ConversationCalls } from '../../live/conversationCalls';
import { Drafts } from '../../live/drafts';
import { useDraft } from './useDraft';

const server = vi.hoisted(() => ({ call: vi.fn() }));
vi.mock('../../api/client', async (original) => ({ ...(await original<object>()), call: server.call }));
const chat = vi.hoisted(() => ({ drafts: null as Drafts | null }));
vi.mock('../../live/chatContext', () => ({ useChat: () => chat }));

const OFFLINE = new Problem(0, { code: 'offline' });
const draft = (body: string): Draft => ({ body, reply_to: null });
const told = (body: string | null) => ({
  conversation: conversation({ draft: body === null ? null : draft(body) }),
});
const opened = (body: string | null) =>
  renderHook((props) => useDraft(props.conversation), { initialProps: told(body) });
const sent = () => (server.call.mock.calls as unknown[][]).map(([method, , body]) => [method, body]);
const passing = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  server.call.mockReset();
  server.call.mockResolvedValue(undefined);
  chat.drafts = new Drafts(new ConversationCalls(() => false), () => undefined);
});
afterEach(() => {
  chat.drafts?.stop();
  vi.useRealTimers();
});

it('is there again after its conversation was left without a network, and reaches the server later', async () => {
  server.call.mockRejectedValue(OFFLINE);
  const first = opened(null);
  act(() => first.result.current.change({ body: 'half a sen' }));
  first.unmount();
  await passing(60_000);
  const again = opened(null);
  expect(again.result.current.draft.body).toBe('half a sen');
  again.unmount();
  server.call.mockReset();
  server.call.mockResolvedValue(undefined);
  await passing(60_000);
  expect(sent()).toEqual([['PUT', draft('half a sen')]]);
});

it('is written on and saved as it stands, when it was refused first', async () => {
  server.call.mockRejectedValueOnce(new Problem(400, {}));
  const { result } = opened(null);
  act(() => result.current.change({ body: 'half a sen' }));
  await passing(1_000);
  act(() => result.current.change({ body: 'half a sentence' }));
  await passing(60_000);
  expect(server.call).toHaveBeenLastCalledWith(
    'PUT',
    expect.anything(),
    draft('half a sentence'),
    expect.anything(),
  );
});

it('is empty once another device has sent it', () => {
  const { result, rerender } = opened('on my way');
  rerender(told(null));
  expect(result.current.draft.body).toBe('');
});

it('stays when the server has not got what I have written on', async () => {
  server.call.mockRejectedValue(OFFLINE);
  const { result, rerender } = opened('on my way');
  act(() => result.current.change({ body: 'on my way home' }));
  await passing(10_000);
  rerender(told(null));
  await passing(10_000);
  expect(result.current.draft.body).toBe('on my way home');
});

it('does not come back after it was sent without a network', async () => {
  server.call.mockRejectedValue(OFFLINE);
  const { result, unmount } = opened('on my way');
  act(() => result.current.clear());
  unmount();
  await passing(10_000);
  expect(opened('on my way').result.current.draft.body).toBe('');
});

it('is tried once more when the page is left', async () => {
  server.call.mockRejectedValue(new Problem(429, {}, 600));
  const { result } = opened(null);
  act(() => result.current.change({ body: 'half a sen' }));
  await passing(1_000);
  const before = server.call.mock.calls.length;
  window.dispatchEvent(new Event('pagehide'));
  expect(server.call.mock.calls).toHaveLength(before + 1);
});
