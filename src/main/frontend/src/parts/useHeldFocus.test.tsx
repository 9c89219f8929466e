import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useHeldFocus } from './useHeldFocus';

function Form() {
  useHeldFocus();
  return (
    <>
      <button type="button">Save</button>
      <button type="button">Elsewhere</button>
    </>
  );
}

/** As a browser does, and this one here does not: what is disabled loses the focus, after that it is disabled. */
const waits = () => {
  const button = screen.getByText<HTMLButtonElement>('Save');
  button.focus();
  button.blur();
  button.disabled = true;
  fireEvent.focusOut(button);
  return {
    button,
    ends: () => {
      button.disabled = false;
      return observed();
    },
  };
};
/** The page has heard of every change so far. */
const observed = () => new Promise((resolve) => setTimeout(resolve));

describe('focus, when a button waits', () => {
  afterEach(cleanup);

  it('comes back to it when it can be pressed again', async () => {
    render(<Form />);
    const { button, ends } = waits();
    await observed();
    expect(document.activeElement).toBe(document.body);
    void ends();
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it('stays where a person has put it meanwhile', async () => {
    render(<Form />);
    const { ends } = waits();
    screen.getByText('Elsewhere').focus();
    await ends();
    expect(document.activeElement?.textContent).toBe('Elsewhere');
  });

  it('is not fetched back when a person has pressed somewhere else', async () => {
    render(<Form />);
    const { ends } = waits();
    fireEvent.pointerDown(document.body);
    await ends();
    expect(document.activeElement).toBe(document.body);
  });

  it('is not fetched back to what was left by oneself', async () => {
    render(<Form />);
    const { button } = waits();
    button.disabled = false;
    button.focus();
    button.blur();
    button.disabled = true;
    await observed();
    button.disabled = false;
    await observed();
    expect(document.activeElement).toBe(document.body);
  });
});
