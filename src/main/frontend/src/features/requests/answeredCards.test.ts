import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from '../../api/types';
import { receivedRequests } from '../../live/state';
import { connection, start } from '../../live/stateFixtures';
import { AnsweredCards, STAYS_MS, withAnswered, type SendAnswer } from './answeredCards';

const request = (id: string, minute: number): Connection =>
  connection({ id, updated_at: `2026-11-26T10:0${minute}:00.000Z` });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('answered cards', () => {
  const begin = (works = true) => {
    const sent: string[] = [];
    const send: SendAnswer = (of, answer, leaving) => {
      sent.push(`${answer} ${of.id}${leaving ? ' leaving' : ''}`);
      return Promise.resolve(works);
    };
    return { cards: new AnsweredCards(send), sent };
  };

  it('sends a rejection when its undo has passed', async () => {
    const { cards, sent } = begin();
    cards.answer(request('a', 1), 'reject');
    await vi.advanceTimersByTimeAsync(STAYS_MS - 1);
    expect(sent).toEqual([]);
    expect(cards.current()).toMatchObject([{ answer: 'reject', phase: 'undoable' }]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['reject a']);
    expect(cards.current()).toEqual([]);
  });

  it('sends nothing that was taken back', async () => {
    const { cards, sent } = begin();
    cards.answer(request('a', 1), 'reject');
    cards.undo('a');
    await vi.advanceTimersByTimeAsync(2 * STAYS_MS);
    expect(sent).toEqual([]);
    expect(cards.current()).toEqual([]);
  });

  it('accepts at once and keeps the card for a while', async () => {
    const { cards, sent } = begin();
    cards.answer(request('a', 1), 'accept');
    expect(cards.current()).toMatchObject([{ phase: 'sending' }]);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['accept a']);
    expect(cards.current()).toMatchObject([{ phase: 'done' }]);
    cards.undo('a');
    expect(cards.current()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(STAYS_MS);
    expect(cards.current()).toEqual([]);
  });

  it('answers a card once', async () => {
    const { cards, sent } = begin();
    cards.answer(request('a', 1), 'reject');
    cards.answer(request('a', 1), 'accept');
    await vi.advanceTimersByTimeAsync(STAYS_MS);
    expect(sent).toEqual(['reject a']);
  });

  it('sends what waits when the list is left, and not again', async () => {
    const { cards, sent } = begin();
    cards.answer(request('a', 1), 'reject');
    cards.answer(request('b', 2), 'withdraw');
    cards.flush();
    await vi.advanceTimersByTimeAsync(2 * STAYS_MS);
    expect(sent).toEqual(['reject a leaving', 'withdraw b leaving']);
  });

  it('gives a card back when its answer failed', async () => {
    const { cards } = begin(false);
    cards.answer(request('a', 1), 'accept');
    await vi.advanceTimersByTimeAsync(0);
    expect(cards.current()).toEqual([]);
  });
});

it('shows an answered card where it stood', () => {
  const [oldest, middle, newest] = [request('a', 1), request('b', 2), request('c', 3)];
  const connected = { ...middle, status: 'approved', updated_at: '2026-11-27T10:00:00.000Z' } as const;
  const state = { ...start, connections: { a: oldest, b: connected, c: newest } };
  const answered = [{ connection: middle, answer: 'accept', phase: 'done' } as const];
  const ids = (list: Connection[]) => list.map(({ id }) => id);
  expect(ids(receivedRequests(state))).toEqual(['c', 'a']);
  expect(ids(receivedRequests(withAnswered(state, answered)))).toEqual(['c', 'b', 'a']);
});
