import { act, cleanup, renderHook } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JournalEvent } from '../../api/types';
import { conversation, event, message } from '../../live/chatFixtures';
import type { LiveClient } from '../../live/client';
import { LiveContext } from '../../live/context';
import { useAnnouncement } from './useAnnouncement';

let tell: (told: JournalEvent) => void;
const live = {
  onEvent: (listener: (told: JournalEvent) => void) => {
    tell = listener;
    return () => undefined;
  },
} as unknown as LiveClient;

const listen = () =>
  renderHook(({ last_seq }) => useAnnouncement(conversation({ last_seq }), 'ada'), {
    initialProps: { last_seq: 0 },
    wrapper: ({ children }: { children: ReactNode }) =>
      createElement(LiveContext.Provider, { value: live }, children),
  });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('is taken back after a while although the conversation changes, so that the same is said again', () => {
  const { result, rerender } = listen();
  act(() => tell(event('message.sent', message(1, { body: 'ok' }))));
  rerender({ last_seq: 1 });
  expect(result.current).toBe('Ben: ok');
  act(() => void vi.advanceTimersByTime(5_000));
  expect(result.current).toBe('');
});

it('says nothing of what I wrote, or of what was written elsewhere', () => {
  const { result } = listen();
  act(() => tell(event('message.sent', message(1, { sender: 'ada' }))));
  act(() => tell(event('message.sent', message(1, { conversation: 'other' }))));
  expect(result.current).toBe('');
});
