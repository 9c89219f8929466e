import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Waiting } from './Waiting';

const shows = (failure: string | null, retry: () => unknown) =>
  render(
    <MantineProvider env="test">
      <Waiting failure={failure} retry={retry} />
    </MantineProvider>,
  );
const button = () => screen.getByText('Try again').closest('button');

afterEach(cleanup);

it('shows that it tries again, and cannot be asked twice meanwhile', async () => {
  let ends: () => void = () => undefined;
  const retry = vi.fn(() => new Promise<void>((end) => (ends = end)));
  shows('You are offline.', retry);
  fireEvent.click(screen.getByText('Try again'));
  fireEvent.click(screen.getByText('Try again'));
  expect(retry).toHaveBeenCalledOnce();
  expect(button()?.dataset.loading).toBe('true');
  await act(() => {
    ends();
    return Promise.resolve();
  });
  expect(button()?.disabled).toBe(false);
});

it('says that it is loading as long as nothing has failed', () => {
  shows(null, () => undefined);
  expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy();
  expect(screen.queryByText('Try again')).toBeNull();
});
