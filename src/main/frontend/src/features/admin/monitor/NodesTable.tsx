import type { NodeFigures } from '../../../api/admin';
import { sizeText } from '../../../parts/sizeText';
import { DataList, type Column } from '../DataList';
import { amount, millis, percent, span } from './figures';

const two = (first: string, second: string) => (
  <>
    {first}
    <span className="row-sub cell-sub">{second}</span>
  </>
);

const COLUMNS: Column<NodeFigures>[] = [
  {
    title: 'Node',
    show: ({ node, version, jvm }) => (
      <>
        <span className="cell-name">{node}</span>
        <span className="row-sub cell-sub">
          {version} · up {span(jvm.uptime_seconds)}
        </span>
      </>
    ),
  },
  {
    title: 'Live sessions',
    show: (node) => two(amount(node.live_sessions), `${amount(node.hello_sessions)} in full`),
  },
  {
    title: 'Messages / requests',
    show: (node) =>
      two(`${amount(node.messages_per_second)} / ${amount(node.requests_per_second)}`, 'a second'),
  },
  {
    title: 'Delivery',
    show: ({ delivery_ms: { p50, p99, count } }) =>
      count > 0 ? two(millis(p50), `p99 ${millis(p99)}`) : 'none',
  },
  {
    title: 'Queues',
    show: ({ queue }) =>
      two(`${amount(queue.frames)} frames`, `${sizeText(queue.bytes)} · fullest ${queue.fullest}`),
  },
  {
    title: 'Database',
    show: ({ database }) =>
      database &&
      two(`${database.active} of ${database.max}`, `${database.idle} idle · ${database.waiting} waiting`),
  },
  {
    title: 'JVM',
    show: ({ jvm }) =>
      two(
        `${sizeText(jvm.heap_used)} of ${sizeText(jvm.heap_max)}`,
        `CPU ${percent(jvm.cpu_load)} · ${jvm.threads} threads · GC ${millis(jvm.gc_ms_per_minute)}/min`,
      ),
  },
  {
    title: 'Journal lag',
    show: ({ journal_lag: lag }) =>
      two(`${amount(lag.slowest_events)} events`, `${amount(lag.slowest_seconds)} s`),
  },
];

/** What each node does. */
export function NodesTable({ nodes }: { nodes: NodeFigures[] }) {
  return <DataList label="Nodes" columns={COLUMNS} items={nodes} keyOf={({ node }) => node} />;
}
