import { MantineProvider } from '@mantine/core';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CopyLink } from './Copyable';
import { toast } from './toasts';

vi.mock('./toasts', () => ({ toast: vi.fn() }));

const copies = () => {
  render(
    <MantineProvider env="test">
      <CopyLink link="https://parley.example/link/abc" />
    </MantineProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Copy the link' }));
};

// A busy machine is given time.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => {
  vi.mocked(toast).mockClear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('copies the link and says so', async () => {
  const written: string[] = [];
  const writeText = (text: string) => Promise.resolve(void written.push(text));
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  copies();
  expect(await screen.findByRole('button', { name: 'The link was copied' })).toBeTruthy();
  expect(written).toEqual(['https://parley.example/link/abc']);
});

it.each([
  ['refuses', { clipboard: { writeText: () => Promise.reject(new Error('not allowed')) } }],
  ['has no clipboard for a page without TLS', {}],
])('says what to do when the browser %s', async (_why, browser) => {
  vi.stubGlobal('navigator', browser);
  copies();
  await waitFor(() => expect(vi.mocked(toast)).toHaveBeenCalledOnce());
  expect(vi.mocked(toast).mock.calls[0]?.[0].message).toContain('Select the text and copy it yourself');
  expect(screen.getByRole('button', { name: 'Copy the link' })).toBeTruthy();
});
