import { afterEach, expect, it, vi } from 'vitest';
import { soon } from './soon';

afterEach(() => vi.restoreAllMocks());

it.each([false, true])(
  'does the work once for all who ask before it is done, and again for later ones (out of sight: %s)',
  async (hidden) => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    const work = vi.fn();
    const ask = soon(work);
    ask();
    ask();
    expect(work).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(1));
    ask();
    await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(2));
  },
);

it('does not wait for a page that is never drawn again', async () => {
  vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(1);
  const work = vi.fn();
  soon(work)();
  await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(1));
});
