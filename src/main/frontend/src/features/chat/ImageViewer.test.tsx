import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Attachment } from '../../api/chat';
import { conversation, message } from '../../live/chatFixtures';
import { applyPage, chatFromSnapshot } from '../../live/chatState';
import type { LiveClient, LiveView } from '../../live/client';
import { LiveContext } from '../../live/context';
import ImageViewer from './ImageViewer';

vi.mock('./useFile', () => ({
  useFile: (_: string, path: string) => ({ url: `blob:${path}`, failed: false }),
}));

const picture = (name: string, media_type = 'image/png'): Attachment => ({
  id: name,
  name,
  media_type,
  size: 9,
  width: media_type.startsWith('image/') ? 8 : null,
  height: null,
});
const [first, minutes, second, third] = [
  picture('first.png'),
  picture('minutes.txt', 'text/plain'),
  picture('second.png'),
  picture('third.png'),
];

const chat = applyPage(chatFromSnapshot([conversation({ last_seq: 3 })]), 'c', [
  message(1, { attachments: [first, minutes] }),
  message(2, { attachments: [picture('deleted.png')], deleted_at: '2026-11-26T11:00:00.000Z' }),
  message(3, { attachments: [second, third] }),
]);
const view = { state: { chat }, link: 'live', failure: null } as unknown as LiveView;
const live = { subscribe: () => () => undefined, current: () => view } as unknown as LiveClient;

const look = (at: Attachment) => {
  render(
    <MantineProvider env="test">
      <LiveContext value={live}>
        <ImageViewer conversation="c" attachment={at} onClose={() => undefined} />
      </LiveContext>
    </MantineProvider>,
  );
};
const shown = () => screen.getByRole('img').getAttribute('alt');
const button = (name: string) => screen.getByRole('button', { name });

afterEach(cleanup);

it('goes through the pictures of the conversation by its buttons', () => {
  look(first);
  fireEvent.click(button('Next picture'));
  expect(shown()).toBe('second.png');
  fireEvent.click(button('Next picture'));
  expect(shown()).toBe('third.png');
  fireEvent.click(button('Previous picture'));
  expect(shown()).toBe('second.png');
  expect(screen.getByText('second.png, picture 2 of 3')).toBeTruthy();
});

it('goes through them by the arrow keys', () => {
  look(second);
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'ArrowLeft' });
  expect(shown()).toBe('first.png');
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'ArrowRight' });
  expect(shown()).toBe('second.png');
});

it('stays at the first and at the last, with the focus on its button', () => {
  look(third);
  button('Next picture').focus();
  fireEvent.click(button('Next picture'));
  fireEvent.keyDown(button('Next picture'), { key: 'ArrowRight' });
  expect(shown()).toBe('third.png');
  expect(button('Next picture').getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(button('Next picture'));
});

it('of a picture that is no longer among them shows it alone', () => {
  look(picture('elsewhere.png'));
  expect(shown()).toBe('elsewhere.png');
  expect(screen.queryByRole('button', { name: 'Next picture' })).toBeNull();
});
