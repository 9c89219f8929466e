import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { startTransition, useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SearchField } from './SearchField';

/** A page whose address changes late, as the router has it. */
function Page() {
  const [value, setValue] = useState('');
  return (
    <MantineProvider env="test">
      <SearchField label="Person" value={value} onChange={(to) => startTransition(() => setValue(to))} />
      <button onClick={() => setValue('ben')}>Back</button>
      <output>{value}</output>
    </MantineProvider>
  );
}

const field = () => screen.getByLabelText<HTMLInputElement>('Person');
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const pause = () => {
  void act(() => vi.advanceTimersByTime(300));
};

beforeEach(() => {
  vi.useFakeTimers();
  render(<Page />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('keeps what is typed as it is typed', () => {
  type('ada ');
  pause();
  expect(field().value).toBe('ada ');
  expect(screen.getByRole('status').textContent).toBe('ada');
  type('ada l');
  pause();
  expect(field().value).toBe('ada l');
  expect(screen.getByRole('status').textContent).toBe('ada l');
});

it('takes over what was changed from elsewhere', () => {
  type('ada');
  pause();
  fireEvent.click(screen.getByText('Back'));
  expect(field().value).toBe('ben');
});
