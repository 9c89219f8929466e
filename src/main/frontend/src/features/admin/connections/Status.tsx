import type { AdminConnection } from '../../../api/admin';
import type { ConnectionStatus } from '../../../api/types';
import { State, type Tone } from '../State';

export const STATUSES: Record<ConnectionStatus, { name: string; tone: Tone }> = {
  pending: { name: 'Pending', tone: 'waiting' },
  approved: { name: 'Connected', tone: 'good' },
  rejected: { name: 'Rejected', tone: 'bad' },
  withdrawn: { name: 'Withdrawn', tone: 'plain' },
  expired: { name: 'Expired', tone: 'plain' },
  removed: { name: 'Removed', tone: 'plain' },
  ignored: { name: 'Ignored', tone: 'waiting' },
};

/** Where a connection stands, for both and for its receiver alone. */
export function Status({ connection }: { connection: AdminConnection }) {
  const { name, tone } = STATUSES[connection.status];
  return (
    <span className="states">
      <State tone={tone}>{name}</State>
      {connection.quiet && connection.status === 'pending' && <State tone="plain">Quiet</State>}
    </span>
  );
}
