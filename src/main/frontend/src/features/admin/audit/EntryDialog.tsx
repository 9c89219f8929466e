import { Modal } from '@mantine/core';
import type { AuditEntry } from '../../../api/admin';
import { Fact } from '../Fact';
import { detailText, nameOf } from './acts';

interface Props {
  entry: AuditEntry | null;
  onClose: () => void;
}

/** Everything that was written down of an act. */
export function EntryDialog({ entry, onClose }: Props) {
  return (
    <Modal opened={entry !== null} onClose={onClose} title={entry && nameOf(entry.act)} size="lg">
      {entry && (
        <dl className="facts">
          <Fact name="Time">
            {new Date(entry.at).toLocaleString([], { dateStyle: 'full', timeStyle: 'long' })}
          </Fact>
          <Fact name="Act">
            <code>{entry.act}</code>
          </Fact>
          <Fact name="Outcome">{entry.outcome}</Fact>
          <Fact name="By">{entry.actor ? `@${entry.actor}` : 'nobody'}</Fact>
          <Fact name="Target">{entry.target ?? 'none'}</Fact>
          <Fact name="Reason">{entry.reason ?? 'none'}</Fact>
          <Fact name="Address">{entry.address ?? 'none'}</Fact>
          {Object.entries(entry.detail ?? {}).map(([name, value]) => (
            <Fact key={name} name={name.replace(/_/g, ' ')}>
              {detailText(value)}
            </Fact>
          ))}
          <Fact name="Number">
            <code>{entry.id}</code>
          </Fact>
        </dl>
      )}
    </Modal>
  );
}
