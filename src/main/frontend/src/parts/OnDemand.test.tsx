import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { lazy, useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OnDemand } from './OnDemand';
import { toast } from './toasts';

vi.mock('./toasts', () => ({ toast: vi.fn() }));

const NotThere = lazy(() => Promise.reject(new Error('no network')));

function Page() {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <textarea defaultValue="half a sentence" />
      <button onClick={() => setAsked(true)}>Ask</button>
      <OnDemand at={asked ? 'dialog' : ''} onFailure={() => setAsked(false)}>
        {asked ? <NotThere /> : 'Nothing is asked for'}
      </OnDemand>
    </>
  );
}

// A busy machine is given time.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => {
  vi.mocked(toast).mockClear();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('leaves the page as it is when it cannot be loaded, and says so each time', async () => {
  render(<Page />);
  const writing = screen.getByRole('textbox');
  for (const times of [1, 2]) {
    fireEvent.click(screen.getByText('Ask'));
    await waitFor(() => expect(vi.mocked(toast)).toHaveBeenCalledTimes(times));
    expect(await screen.findByText(/Nothing is asked for/)).toBeTruthy();
  }
  expect(screen.getByRole('textbox')).toBe(writing);
  expect(vi.mocked(toast).mock.calls[0]?.[0].message).toMatch(/^This could not be loaded\. Check/);
});
