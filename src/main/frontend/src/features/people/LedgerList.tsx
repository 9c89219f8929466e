import { Text, Title } from '@mantine/core';
import type { Connection, LedgerLine } from '../../api/types';
import { useParley } from '../../live/context';
import { More } from '../../parts/More';
import { usePages } from '../../parts/useLoad';
import { Waiting } from '../../parts/Waiting';

const SAYS: Record<string, string> = {
  requested: 'sent the request',
  approved: 'accepted',
  rejected: 'rejected',
  ignored: 'ignored the request',
  withdrawn: 'withdrew the request',
  expired: 'The request expired',
  blocked: 'blocked',
  unblocked: 'unblocked',
  removed: 'removed the connection',
};

/** Every change of a relation that one may know. */
export function LedgerList({ connection }: { connection: Connection }) {
  const { user } = useParley();
  const ledger = usePages<LedgerLine>(`connections/${connection.id}/ledger/?v=${connection.version}`);
  return (
    <section className="happened" aria-label="What happened">
      <Title order={2} fz="sm" c="dimmed" mt="lg" mb="xs">
        What happened
      </Title>
      {(!ledger.items || ledger.failure) && <Waiting failure={ledger.failure} retry={ledger.reload} />}
      <ol className="ledger">
        {ledger.items?.map((line) => (
          <li key={`${line.at}${line.change}`}>
            {line.actor && <b>{line.actor === user.username ? 'You' : `@${line.actor}`} </b>}
            {SAYS[line.change] ?? line.change}
            {line.reason && `: ${line.reason}`}
            <Text fz="xs" c="dimmed">
              {new Date(line.at).toLocaleString()}
            </Text>
          </li>
        ))}
      </ol>
      <More load={ledger.more} />
    </section>
  );
}
