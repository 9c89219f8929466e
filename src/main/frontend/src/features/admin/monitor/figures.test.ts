import { describe, expect, it } from 'vitest';
import type { NodeFigures } from '../../../api/admin';
import { amount, millis, span, together } from './figures';

const node = (parts: Partial<NodeFigures>): NodeFigures => ({
  node: 'one',
  started_at: '2026-01-01T00:00:00.000Z',
  version: '1.0',
  live_sessions: 0,
  hello_sessions: 0,
  queue: { frames: 0, bytes: 0, fullest: 0 },
  messages_per_second: 0,
  requests_per_second: 0,
  connections_per_second: 0,
  delivery_ms: { p50: 0, p99: 0, count: 0 },
  sign_ins_per_minute: 0,
  throttled_per_minute: 0,
  database: { active: 0, idle: 0, waiting: 0, max: 20 },
  jvm: { heap_used: 0, heap_max: 0, threads: 0, cpu_load: 0, gc_ms_per_minute: 0, uptime_seconds: 0 },
  journal_lag: { slowest_events: 0, slowest_seconds: 0 },
  ...parts,
});

describe('the figures of several nodes', () => {
  it('add up what can be added', () =>
    expect(
      together([
        node({ live_sessions: 3, messages_per_second: 1.5 }),
        node({
          live_sessions: 4,
          messages_per_second: 2,
          database: { active: 2, idle: 1, waiting: 1, max: 20 },
        }),
      ]),
    ).toMatchObject({ live_sessions: 7, messages: 3.5, database: { active: 2, waiting: 1, max: 40 } }));

  it('tell the worst of what cannot', () =>
    expect(
      together([
        node({
          delivery_ms: { p50: 2, p99: 9, count: 10 },
          journal_lag: { slowest_events: 1, slowest_seconds: 8 },
        }),
        node({
          delivery_ms: { p50: 1, p99: 20, count: 3 },
          journal_lag: { slowest_events: 5, slowest_seconds: 2 },
        }),
      ]),
    ).toMatchObject({ delivery: { p50: 2, p99: 20 }, lag: { events: 5, seconds: 8 } }));

  it('leave out a pool that the server does not tell of', () =>
    expect(
      together([node({ database: null }), node({ database: { active: 1, idle: 0, waiting: 0, max: 5 } })])
        .database,
    ).toEqual({ active: 1, waiting: 0, max: 5 }));

  it('tell no latency where nothing was delivered', () =>
    expect(together([node({ delivery_ms: { p50: 0, p99: 0, count: 0 } })]).delivery).toEqual({
      p50: null,
      p99: null,
    }));
});

describe('a figure', () => {
  it.each([
    [0, '0'],
    [0.42, '0.4'],
    [7, '7'],
    [12.4, '12'],
    [1234, '1,234'],
    [56_700, '56.7k'],
    [1_250_000, '1.3M'],
  ])('of %d reads %s', (value, text) => expect(amount(value)).toBe(text));

  it.each([
    [null, 'none'],
    [0.84, '0.8 ms'],
    [31.6, '32 ms'],
    [1_840, '1.8 s'],
    [12_300, '12 s'],
  ])('of %d ms reads %s', (value, text) => expect(millis(value)).toBe(text));

  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [61, '1 min 1 s'],
    [7_200, '2 h'],
    [90_061, '1 d 1 h'],
  ])('of %d s reads %s', (value, text) => expect(span(value)).toBe(text));
});
