import { Button } from '@mantine/core';
import { IconDownload, IconListSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { AuditEntry } from '../../../api/admin';
import { download } from '../../../api/client';
import { Empty } from '../../../parts/Empty';
import { saveFile } from '../../../parts/saveFile';
import { useAct } from '../../../parts/useAct';
import { usePages } from '../../../parts/useLoad';
import { At } from '../At';
import { DataList, type Column } from '../DataList';
import { Head } from '../Head';
import { Listing } from '../Listing';
import { withQuery } from '../query';
import { State } from '../State';
import { useFilters } from '../useFilters';
import { nameOf } from './acts';
import { AuditFilters } from './AuditFilters';
import { EntryDialog } from './EntryDialog';

const COLUMNS: Column<AuditEntry>[] = [
  { title: 'Act', show: (entry) => <span className="cell-name">{nameOf(entry.act)}</span> },
  { title: 'Time', show: (entry) => <At at={entry.at} seconds /> },
  { title: 'By', show: (entry) => (entry.actor ? `@${entry.actor}` : 'nobody') },
  { title: 'Target', show: ({ target }) => target },
  {
    title: 'Reason',
    minor: true,
    show: ({ reason }) => reason && <span className="clamped">{reason}</span>,
  },
  {
    title: 'Outcome',
    show: ({ outcome }) => (
      <State tone={outcome === 'done' ? 'good' : 'bad'}>{outcome === 'done' ? 'Done' : 'Refused'}</State>
    ),
  },
];

/** Everything that was done and refused: found, read, taken along. */
export default function AuditPage() {
  const filters = useFilters();
  const act = useAct();
  const [shown, setShown] = useState<AuditEntry | null>(null);
  const wanted = {
    actor: filters.get('actor'),
    target: filters.get('target'),
    act: filters.get('act'),
    ...filters.days(),
  };
  const list = usePages<AuditEntry>(withQuery('admin/audit/', wanted));
  const take = async () =>
    saveFile(await download(withQuery('admin/audit/', { ...wanted, format: 'csv' })), 'parley-audit.csv');
  return (
    <div className="admin-page">
      <Head
        title="Audit log"
        lead="Sign-ins, refusals and every act of an administrator. Nothing here can be changed."
        actions={
          <Button
            variant="default"
            leftSection={<IconDownload size={17} />}
            loading={act.busy}
            onClick={() => void act.run(take)}
          >
            Export as CSV
          </Button>
        }
      />
      <AuditFilters filters={filters} />
      <Listing
        list={list}
        empty={
          <Empty
            icon={<IconListSearch />}
            title="Nothing of that kind"
            action={
              filters.any && (
                <Button variant="default" onClick={filters.clear}>
                  Show everything
                </Button>
              )
            }
          >
            Names are matched whole. Drop a filter to see more.
          </Empty>
        }
      >
        <DataList
          label="Audit log"
          columns={COLUMNS}
          items={list.items ?? []}
          keyOf={(entry) => entry.id}
          waiting={list.waiting}
          actions={(entry) => (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Details of: ${nameOf(entry.act)}, ${entry.target ?? entry.actor ?? ''}`}
              onClick={() => setShown(entry)}
            >
              Details
            </Button>
          )}
        />
      </Listing>
      <EntryDialog entry={shown} onClose={() => setShown(null)} />
    </div>
  );
}
