import { describe, expect, it } from 'vitest';
import type { LastHour, Moment } from '../../../api/admin';
import { columns, rowsOf, summary, type Chart } from './series';

const moment = (minute: number, p50: number, sessions = minute): Moment => ({
  at: new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString(),
  live_sessions: sessions,
  messages_per_second: 0,
  requests_per_second: 0,
  delivery_p50_ms: p50,
  delivery_p99_ms: 0,
  queue_frames: 0,
  heap_used: 0,
  database_active: 0,
  journal_lag_events: 0,
});

const hour = (...points: Moment[]): LastHour => ({ step_seconds: 10, from: '', points });

const sessions: Chart = {
  title: 'Live sessions',
  lines: [{ name: 'Live sessions', of: (at) => at.live_sessions }],
  text: String,
};
const delivery: Chart = {
  title: 'Delivery',
  lines: [
    { name: 'Half', of: (at) => at.delivery_p50_ms || null },
    { name: '99 of 100', of: (at) => at.delivery_p99_ms || null },
  ],
  text: (value) => `${value ?? ''} ms`,
};

describe('a chart in words', () => {
  it('tells what is now and between what it moved', () =>
    expect(summary(sessions, hour(moment(1, 0, 5), moment(2, 0, 9), moment(3, 0, 7)))).toBe(
      'Live sessions. now 7, in the last hour between 5 and 9.',
    ));

  it('tells each line, and where nothing was measured', () =>
    expect(summary(delivery, hour(moment(1, 4), moment(2, 0)))).toBe(
      'Delivery. Half: now none, in the last hour between 4 ms and 4 ms. 99 of 100: nothing was measured in the last hour.',
    ));

  it('of no points says so', () =>
    expect(summary(sessions, hour())).toBe('Live sessions: nothing was measured yet.'));
});

describe('a chart', () => {
  it('is drawn from times and a column for each line, with holes where nothing was measured', () =>
    expect(columns(delivery, hour(moment(0, 1), moment(1, 0)))).toEqual([
      [1767268800, 1767268860],
      [1, null],
      [null, null],
    ]));

  it('is read as a table of some points, with the newest first and always there', () => {
    const points = Array.from({ length: 25 }, (_, minute) => moment(minute, 1));
    const rows = rowsOf(hour(...points), 12);
    expect(rows.length).toBeLessThanOrEqual(12);
    expect(rows[0]?.live_sessions).toBe(24);
  });
});
