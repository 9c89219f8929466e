import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from '../api/types';
import { pageAfter, usePages } from './useLoad';

/** The questions that were sent, each to be answered when the test wants it. */
const asked: { path: string; answer: (page: Page<string>) => void }[] = [];

vi.mock('../api/client', () => ({
  Problem: class extends Error {},
  call: (_method: string, path: string) =>
    new Promise<Page<string>>((answer) => {
      asked.push({ path, answer });
    }),
}));

async function answers(index: number, items: string[], next: string | null = null) {
  await act(async () => {
    asked[index]?.answer({ items, next });
    await Promise.resolve();
  });
}

const list = (path: string) => renderHook(({ of }) => usePages<string>(of), { initialProps: { of: path } });

describe('a list that is loaded page by page', () => {
  beforeEach(() => asked.splice(0));
  afterEach(cleanup);

  it('grows by the page that follows', async () => {
    const { result } = list('users/?q=a');
    await answers(0, ['ada'], 'after ada');
    act(() => void result.current.more?.());
    expect(asked[1]?.path).toBe('users/?q=a&cursor=after%20ada');
    await answers(1, ['amy']);
    await waitFor(() => expect(result.current.items).toEqual(['ada', 'amy']));
    expect(result.current.more).toBeNull();
  });

  it('shows what was asked last, whichever answer comes first', async () => {
    const { result, rerender } = list('users/?q=a');
    rerender({ of: 'users/?q=ab' });
    await answers(1, ['abe']);
    await answers(0, ['ada', 'abe']);
    await waitFor(() => expect(result.current.items).toEqual(['abe']));
  });

  it('keeps the old items while it waits for others, and offers no more of them', async () => {
    const { result, rerender } = list('users/?q=a');
    await answers(0, ['ada'], 'after ada');
    rerender({ of: 'users/?q=b' });
    expect(result.current).toMatchObject({ items: ['ada'], waiting: true, more: null });
    await answers(1, ['ben']);
    await waitFor(() => expect(result.current).toMatchObject({ items: ['ben'], waiting: false }));
  });
});

it('the next page of a plain list is named as well', () =>
  expect(pageAfter('links/', 'x=')).toBe('links/?cursor=x%3D'));
