import type { ReactNode } from 'react';
import type { Figures } from '../../../api/admin';
import { amount, millis, together } from './figures';

interface Tile {
  name: string;
  value: ReactNode;
  more: string;
  /** Whether it asks for somebody's attention. */
  worrying?: boolean;
}

function tilesOf({ nodes, totals }: Figures): Tile[] {
  const all = together(nodes);
  const { delivery, queue, database, lag } = all;
  return [
    {
      name: 'Live sessions',
      value: amount(all.live_sessions),
      more: totals.users_online === 1 ? '1 person online' : `${amount(totals.users_online)} people online`,
    },
    {
      name: 'Messages a second',
      value: amount(all.messages),
      more: `${amount(all.connections)} connection acts a second`,
    },
    {
      name: 'Requests a second',
      value: amount(all.requests),
      more: `${amount(all.throttled)} throttled a minute`,
    },
    {
      name: 'Delivery',
      value: millis(delivery.p50),
      more: delivery.p99 === null ? 'nothing was delivered lately' : `p99 ${millis(delivery.p99)}`,
      worrying: (delivery.p99 ?? 0) > 1_000,
    },
    {
      name: 'Queued frames',
      value: amount(queue.frames),
      more: `the fullest queue holds ${amount(queue.fullest)}`,
      worrying: queue.fullest > 500,
    },
    {
      name: 'Database pool',
      value: database.max > 0 ? `${database.active} of ${database.max}` : 'unknown',
      more: `${database.waiting} waiting`,
      worrying: database.waiting > 0,
    },
    {
      name: 'Journal lag',
      value: lag.events === 1 ? '1 event' : `${amount(lag.events)} events`,
      more: `the slowest session is ${amount(lag.seconds)} s behind`,
      worrying: lag.seconds > 30,
    },
    {
      name: 'Sign-ins a minute',
      value: amount(all.sign_ins),
      more: `${amount(totals.enabled_users)} of ${amount(totals.users)} accounts enabled`,
    },
  ];
}

/** What matters at this moment, at a glance. */
export function Tiles({ figures }: { figures: Figures }) {
  return (
    <dl className="tiles" aria-label="Now">
      {tilesOf(figures).map(({ name, value, more, worrying }) => (
        <div key={name} className="tile" data-worrying={worrying || undefined}>
          <dt>{name}</dt>
          <dd className="tile-value">{value}</dd>
          <dd className="tile-more">{more}</dd>
        </div>
      ))}
    </dl>
  );
}
