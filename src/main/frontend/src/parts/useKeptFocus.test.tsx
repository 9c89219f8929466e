import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useKeptFocus } from './useKeptFocus';

function Cards({ names }: { names: string[] }) {
  useKeptFocus();
  return (
    <div data-region tabIndex={-1} data-testid="region">
      {names.length > 0 && (
        <ul>
          {names.map((name) => (
            <li key={name}>
              <button type="button">{name}</button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

describe('focus, when a card goes', () => {
  afterEach(cleanup);

  it('moves to the card that takes its place', async () => {
    const { rerender, getByText } = render(<Cards names={['ada', 'ben', 'cai']} />);
    getByText('ben').focus();
    rerender(<Cards names={['ada', 'cai']} />);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('cai'));
  });

  it('moves to the one before when it was the last', async () => {
    const { rerender, getByText } = render(<Cards names={['ada', 'ben']} />);
    getByText('ben').focus();
    rerender(<Cards names={['ada']} />);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('ada'));
  });

  it('moves to the region when none is left', async () => {
    const { rerender, getByText, getByTestId } = render(<Cards names={['ada']} />);
    getByText('ada').focus();
    rerender(<Cards names={[]} />);
    await waitFor(() => expect(document.activeElement).toBe(getByTestId('region')));
  });

  it('stays where a person has put it meanwhile', async () => {
    const { rerender, getByText } = render(<Cards names={['ada', 'ben']} />);
    getByText('ada').focus();
    getByText('ben').focus();
    rerender(<Cards names={['ben']} />);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('ben'));
  });
});
