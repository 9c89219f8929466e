import { MantineProvider } from '@mantine/core';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import EmojiPicker from './EmojiPicker';

const emojis = [{ emoji: '🙂', group: 0, label: 'slightly smiling face', version: 1, tags: ['smile'] }];
const messages = {
  groups: [{ key: 'smileys-emotion', message: 'smileys & emotion', order: 0 }],
  skinTones: [],
};
const fetched = vi.fn<(address: string) => Promise<Response>>();
const serve = (address: string) =>
  Promise.resolve(Response.json(address.includes('messages') ? messages : emojis));

const look = () =>
  render(
    <MantineProvider env="test">
      <EmojiPicker onPick={() => undefined} />
    </MantineProvider>,
  );
const search = () => screen.getByLabelText('Search emoji');

// A busy machine is given time.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it.each([
  ['there is no network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['the server refuses', () => Promise.resolve(new Response('', { status: 503 }))],
])('says that they could not be loaded when %s, and tries again when asked', async (_why, failing) => {
  fetched.mockImplementation(failing);
  look();
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
  expect(screen.queryByText('Loading…')).toBeNull();
  expect(document.activeElement).toBe(screen.getByText('Try again').closest('button'));
  fetched.mockClear();
  fetched.mockImplementation(serve);
  fireEvent.click(screen.getByText('Try again'));
  await waitFor(() => expect(fetched).toHaveBeenCalledTimes(2));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.activeElement).toBe(search());
});

it('says so again when it could not be loaded a second time', async () => {
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));
  look();
  fireEvent.click(await screen.findByText('Try again'));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(fetched).toHaveBeenCalledTimes(4);
});
