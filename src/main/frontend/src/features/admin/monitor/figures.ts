import type { NodeFigures } from '../../../api/admin';

/** The figures of all nodes together: what adds up is added, of what does not the worst is told. */
export interface Together {
  live_sessions: number;
  messages: number;
  requests: number;
  connections: number;
  sign_ins: number;
  throttled: number;
  delivery: { p50: number | null; p99: number | null };
  queue: { frames: number; fullest: number };
  database: { active: number; waiting: number; max: number };
  lag: { events: number; seconds: number };
}

const sum = (nodes: NodeFigures[], of: (node: NodeFigures) => number) =>
  nodes.reduce((total, node) => total + of(node), 0);

const most = (nodes: NodeFigures[], of: (node: NodeFigures) => number) =>
  nodes.reduce((highest, node) => Math.max(highest, of(node)), 0);

/** The highest of what was measured; null where nothing was. */
function worst(nodes: NodeFigures[], of: (node: NodeFigures) => number): number | null {
  return nodes.length > 0 ? most(nodes, of) : null;
}

export function together(nodes: NodeFigures[]): Together {
  const delivering = nodes.filter(({ delivery_ms }) => delivery_ms.count > 0);
  return {
    live_sessions: sum(nodes, (node) => node.live_sessions),
    messages: sum(nodes, (node) => node.messages_per_second),
    requests: sum(nodes, (node) => node.requests_per_second),
    connections: sum(nodes, (node) => node.connections_per_second),
    sign_ins: sum(nodes, (node) => node.sign_ins_per_minute),
    throttled: sum(nodes, (node) => node.throttled_per_minute),
    delivery: {
      p50: worst(delivering, (node) => node.delivery_ms.p50),
      p99: worst(delivering, (node) => node.delivery_ms.p99),
    },
    queue: {
      frames: sum(nodes, (node) => node.queue.frames),
      fullest: most(nodes, (node) => node.queue.fullest),
    },
    database: {
      active: sum(nodes, (node) => node.database?.active ?? 0),
      waiting: sum(nodes, (node) => node.database?.waiting ?? 0),
      max: sum(nodes, (node) => node.database?.max ?? 0),
    },
    lag: {
      events: most(nodes, (node) => node.journal_lag.slowest_events),
      seconds: most(nodes, (node) => node.journal_lag.slowest_seconds),
    },
  };
}

/** A number in a few characters: 0, 0.4, 12, 1,234, 56.7k, 1.2M. */
export function amount(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toFixed(1)}M`;
  if (value >= 1e4) return `${(value / 1e3).toFixed(1)}k`;
  if (value > 0 && value < 10 && !Number.isInteger(value)) return value.toFixed(1);
  return Math.round(value).toLocaleString('en');
}

/** A time in milliseconds in a few characters. */
export function millis(value: number | null): string {
  if (value === null) return 'none';
  if (value >= 10_000) return `${(value / 1000).toFixed(0)} s`;
  if (value >= 1_000) return `${(value / 1000).toFixed(1)} s`;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

/** How long something has run, in its two largest units. */
export function span(seconds: number): string {
  const units: [string, number][] = [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ];
  const first = units.findIndex(([, size]) => seconds >= size);
  if (first < 0) return '0 s';
  const parts = units.slice(first, first + 2).map(([unit, size], index, [largest]) => {
    const above = index === 0 ? Infinity : (largest?.[1] ?? Infinity);
    return { unit, count: Math.floor((seconds % above) / size) };
  });
  return parts
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) => `${count} ${unit}`)
    .join(' ');
}

export const percent = (share: number) => `${Math.round(share * 100)} %`;
