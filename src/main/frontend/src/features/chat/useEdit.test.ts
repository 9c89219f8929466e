import { act, cleanup, renderHook } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../../api/client';
import { ChatContext } from '../../live/chatContext';
import type { ChatClient } from '../../live/chatClient';
import { message } from '../../live/chatFixtures';
import { Edits } from '../../live/edits';
import { toast } from '../../parts/toasts';
import { useEdit } from './useEdit';

vi.mock('../../parts/toasts', () => ({ toast: vi.fn() }));

const mine = message(3, { sender: 'ada', body: 'helo' });
/** The edits that were sent, each to be answered when the test wants it. */
const sent: { body: string; answer: () => void; fail: (why: unknown) => void }[] = [];
let chat: ChatClient;

const opens = (id = 'c') =>
  renderHook(() => useEdit(id), {
    wrapper: ({ children }: { children: ReactNode }) =>
      createElement(ChatContext.Provider, { value: chat }, children),
  });
type Opened = ReturnType<typeof opens>['result'];

const begins = ({ current }: Opened, body: string) => {
  act(() => current.begin(mine));
  act(() => current.write(body));
};
const saves = ({ current }: Opened) => {
  const { edit, save } = current;
  if (!edit) throw new Error('nothing is being edited');
  act(() => save(edit));
};
const answered = (give: () => void) =>
  act(async () => {
    give();
    await Promise.resolve();
  });

beforeEach(() => {
  sent.splice(0);
  vi.mocked(toast).mockClear();
  const edit = (_message: unknown, body: string) =>
    new Promise<void>((answer, fail) => void sent.push({ body, answer, fail }));
  chat = { edits: new Edits(), edit } as unknown as ChatClient;
});
afterEach(cleanup);

it('is found again when one has left the conversation, and only there', () => {
  const { result, unmount } = opens();
  begins(result, 'hello, every');
  expect(result.current.begun).toBe(true);
  unmount();
  expect(opens('d').result.current.edit).toBeNull();
  const again = opens().result;
  expect(again.current.edit).toEqual({ message: mine, body: 'hello, every' });
  expect(again.current.begun).toBe(false);
});

it('goes on as it was when the same message is chosen again', () => {
  const { result } = opens();
  begins(result, 'hello, every');
  act(() => result.current.begin(mine));
  expect(result.current.edit?.body).toBe('hello, every');
  act(() => result.current.begin(message(4, { body: 'another' })));
  expect(result.current.edit?.body).toBe('another');
});

it('is over for good when it is cancelled', () => {
  const { result, unmount } = opens();
  begins(result, 'hello');
  act(() => result.current.cancel());
  expect(result.current.edit).toBeNull();
  unmount();
  expect(opens().result.current.edit).toBeNull();
});

it('ends when it is saved, also when one has gone elsewhere meanwhile', async () => {
  const { result, unmount } = opens();
  begins(result, ' hello ');
  saves(result);
  expect(result.current.busy).toBe(true);
  unmount();
  await answered(() => sent[0]?.answer());
  expect(sent.map(({ body }) => body)).toEqual(['hello']);
  expect(chat.edits.current('c')).toBeNull();
});

it('keeps what is written while the save is under way', async () => {
  const { result } = opens();
  begins(result, 'hello');
  saves(result);
  act(() => result.current.write('hello, everybody'));
  await answered(() => sent[0]?.answer());
  expect(result.current.edit?.body).toBe('hello, everybody');
  expect(result.current.busy).toBe(false);
});

it('stays and says why when it cannot be saved', async () => {
  const { result } = opens();
  begins(result, 'hello');
  saves(result);
  await answered(() => sent[0]?.fail(new Problem(0, { detail: 'You are offline.' })));
  expect(vi.mocked(toast)).toHaveBeenCalledWith(expect.objectContaining({ message: 'You are offline.' }));
  expect(result.current.edit?.body).toBe('hello');
  expect(result.current.busy).toBe(false);
});

it('that changes nothing asks nothing of the server', async () => {
  const { result } = opens();
  begins(result, 'helo ');
  saves(result);
  await answered(() => undefined);
  expect(sent).toEqual([]);
  expect(result.current.edit).toBeNull();
});
