import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChatClient } from '../../live/chatClient';
import { ChatContext } from '../../live/chatContext';
import { conversation } from '../../live/chatFixtures';
import type { LiveClient, LiveView } from '../../live/client';
import { LiveContext } from '../../live/context';
import { fromSnapshot } from '../../live/state';
import { connection, snapshot } from '../../live/stateFixtures';
import NewChatDialog from './NewChatDialog';

const state = fromSnapshot({ ...snapshot, connections: [connection({ status: 'approved' })] });
const view: LiveView = { state, link: 'live', failure: null };
const live = { subscribe: () => () => undefined, current: () => view } as unknown as LiveClient;
const signals = { typing: {}, presence: {} };
const opened: { username: string; answer: () => void }[] = [];
const chat = {
  open: (username: string) =>
    new Promise((answer) => void opened.push({ username, answer: () => answer(conversation()) })),
  signals: { subscribe: () => () => undefined, current: () => signals },
} as unknown as ChatClient;

const opens = () =>
  render(
    <MantineProvider env="test">
      <MemoryRouter>
        <LiveContext value={live}>
          <ChatContext value={chat}>
            <NewChatDialog />
          </ChatContext>
        </LiveContext>
      </MemoryRouter>
    </MantineProvider>,
  );
const enter = (how: object = {}) =>
  fireEvent.keyDown(screen.getByLabelText('To whom?'), { key: 'Enter', ...how });

beforeEach(() => {
  opened.splice(0);
});
afterEach(cleanup);

it('opens the conversation once, however often Enter is pressed', async () => {
  opens();
  enter();
  enter();
  expect(opened.map(({ username }) => username)).toEqual(['ben']);
  await act(() => {
    opened[0]?.answer();
    return Promise.resolve();
  });
});

it('leaves Enter to a name that is still being composed', () => {
  opens();
  enter({ isComposing: true });
  expect(opened).toEqual([]);
});
