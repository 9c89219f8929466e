import { sizeText } from '../../../parts/sizeText';
import { amount, millis } from './figures';
import type { Chart } from './series';

const number = (value: number | null) => amount(value ?? 0);

/** Whole steps, for what is counted. */
const COUNTS = Array.from({ length: 8 }, (_, power) => [1, 2, 5].map((digit) => digit * 10 ** power)).flat();

/** Steps of whole MiB and GiB. */
const SIZES = Array.from({ length: 18 }, (_, power) => 2 ** (20 + power));

/** The charts of the last hour. */
export const CHARTS: Chart[] = [
  {
    title: 'Live sessions',
    lines: [{ name: 'Live sessions', of: (at) => at.live_sessions }],
    text: number,
    steps: COUNTS,
  },
  {
    title: 'Messages and requests a second',
    lines: [
      { name: 'Messages', of: (at) => at.messages_per_second },
      { name: 'Requests', of: (at) => at.requests_per_second },
    ],
    text: number,
  },
  {
    title: 'Delivery latency',
    lines: [
      { name: 'p50', of: (at) => at.delivery_p50_ms || null },
      { name: 'p99', of: (at) => at.delivery_p99_ms || null },
    ],
    text: millis,
  },
  {
    title: 'What waits',
    lines: [
      { name: 'Queued frames', of: (at) => at.queue_frames },
      { name: 'Events of the slowest session', of: (at) => at.journal_lag_events },
    ],
    text: number,
    steps: COUNTS,
  },
  {
    title: 'Memory',
    lines: [{ name: 'Heap', of: (at) => at.heap_used }],
    text: (value) => sizeText(value ?? 0),
    steps: SIZES,
  },
  {
    title: 'Database connections in use',
    lines: [{ name: 'In use', of: (at) => at.database_active ?? null }],
    text: number,
    steps: COUNTS,
  },
];
