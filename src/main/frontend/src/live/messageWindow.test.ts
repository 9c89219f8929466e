import { describe, expect, it } from 'vitest';
import { message, messages } from './chatFixtures';
import {
  countUnread,
  emptyWindow,
  merge,
  messageAt,
  messageById,
  newestRun,
  runAround,
  trimmed,
} from './messageWindow';

const seqs = (runs: { seq: number }[][]) => runs.map((run) => run.map((each) => each.seq));

describe('a window on the history', () => {
  it('joins pages that touch', () => {
    const window = merge(merge(emptyWindow, messages(5, 7)), messages(2, 4));
    expect(seqs(window.runs)).toEqual([[2, 3, 4, 5, 6, 7]]);
  });

  it('joins pages that overlap without doubles', () => {
    const window = merge(merge(emptyWindow, messages(3, 6)), messages(5, 8));
    expect(seqs(window.runs)).toEqual([[3, 4, 5, 6, 7, 8]]);
  });

  it('keeps a gap between pages that do not touch', () => {
    const window = merge(merge(emptyWindow, messages(10, 11)), messages(1, 2));
    expect(seqs(window.runs)).toEqual([
      [1, 2],
      [10, 11],
    ]);
    expect(runAround(window, 5)).toBeUndefined();
    expect(newestRun(window)?.[0]?.seq).toBe(10);
  });

  it('closes a gap with what lies between', () => {
    const apart = merge(merge(emptyWindow, messages(1, 2)), messages(6, 7));
    expect(seqs(merge(apart, messages(3, 5)).runs)).toEqual([[1, 2, 3, 4, 5, 6, 7]]);
  });

  it('takes a page that has holes as the pieces it is', () => {
    expect(seqs(merge(emptyWindow, [message(4), message(1), message(2)]).runs)).toEqual([[1, 2], [4]]);
  });

  it('is the very same after a message that it has', () => {
    const window = merge(emptyWindow, messages(1, 3));
    expect(merge(window, [message(2)])).toBe(window);
  });

  it('keeps the newer version of a message, in whichever order they come', () => {
    const edited = message(2, { body: 'edited', version: 2 });
    const later = merge(merge(emptyWindow, messages(1, 3)), [edited]);
    const earlier = merge(merge(emptyWindow, [edited]), messages(1, 3));
    expect(messageAt(later, 2)?.body).toBe('edited');
    expect(messageAt(earlier, 2)?.body).toBe('edited');
  });

  it('finds a message by its id', () => {
    expect(messageById(merge(emptyWindow, messages(1, 3)), 'm3')?.seq).toBe(3);
    expect(messageById(emptyWindow, 'm3')).toBeUndefined();
  });

  it('counts the unread ones only when it has them all', () => {
    const window = merge(emptyWindow, [
      message(3),
      message(4, { sender: 'ada' }),
      message(5, { deleted_at: '2026-11-26T10:00:00.000Z' }),
      message(6),
    ]);
    expect(countUnread(window, 2, 6, 'ada')).toBe(2);
    expect(countUnread(window, 3, 6, 'ada')).toBe(1);
    expect(countUnread(window, 6, 6, 'ada')).toBe(0);
    expect(countUnread(window, 1, 6, 'ada')).toBeNull();
    expect(countUnread(window, 3, 7, 'ada')).toBeNull();
  });

  it('lets go of all but the newest', () => {
    const window = merge(merge(emptyWindow, messages(1, 2)), messages(10, 20));
    expect(seqs(trimmed(window, 3).runs)).toEqual([[18, 19, 20]]);
  });
});
