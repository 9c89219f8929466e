import { Button } from '@mantine/core';
import { IconHeartHandshake, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { AdminConnection } from '../../../api/admin';
import { Ago } from '../../../parts/Ago';
import { Empty } from '../../../parts/Empty';
import { usePages } from '../../../parts/useLoad';
import type { Act } from '../act';
import { ActDialog } from '../ActDialog';
import { ChoiceField } from '../ChoiceField';
import { DataList, type Column } from '../DataList';
import { DayField } from '../DayField';
import { Filters } from '../Filters';
import { Head } from '../Head';
import { Listing } from '../Listing';
import { PersonCell } from '../PersonCell';
import { withQuery } from '../query';
import { SearchField } from '../SearchField';
import { useFilters } from '../useFilters';
import { ConnectDialog } from './ConnectDialog';
import { ConnectionMenu } from './ConnectionMenu';
import { Status, STATUSES } from './Status';

const COLUMNS: Column<AdminConnection>[] = [
  { title: 'From', show: ({ sender }) => <PersonCell person={sender} /> },
  { title: 'To', show: ({ receiver }) => <PersonCell person={receiver} /> },
  { title: 'Status', show: (connection) => <Status connection={connection} /> },
  { title: 'Note', minor: true, show: ({ note }) => note && <span className="clamped">{note}</span> },
  { title: 'Changed', sort: 'updated_at', show: ({ updated_at }) => <Ago at={updated_at} /> },
  { title: 'Sent', minor: true, show: ({ created_at }) => <Ago at={created_at} /> },
];

const CHOICES = [
  { value: '', label: 'Any status' },
  ...Object.entries(STATUSES)
    .filter(([status]) => status !== 'ignored')
    .map(([value, { name }]) => ({ value, label: name })),
];

/** Every request and connection there is and was, and what can be done with each. */
export default function ConnectionsPage() {
  const filters = useFilters();
  const sort = filters.get('sort') || '-updated_at';
  const list = usePages<AdminConnection>(
    withQuery('admin/connections/', {
      q: filters.get('q'),
      status: filters.get('status'),
      ...filters.days(),
      sort,
    }),
  );
  const [act, setAct] = useState<Act | null>(null);
  const [connecting, setConnecting] = useState(false);
  const reload = () => {
    setAct(null);
    setConnecting(false);
    void list.reload();
  };
  return (
    <div className="admin-page">
      <Head
        title="Connections"
        lead="Every request and connection, with those that have ended."
        actions={
          <Button leftSection={<IconPlus size={17} />} onClick={() => setConnecting(true)}>
            Connect two people
          </Button>
        }
      />
      <Filters label="Connections">
        <SearchField label="Person" {...filters.field('q')} />
        <ChoiceField label="Status" choices={CHOICES} {...filters.field('status')} />
        <DayField label="From" {...filters.field('from')} />
        <DayField label="To" {...filters.field('to')} />
      </Filters>
      <Listing
        list={list}
        empty={
          <Empty
            icon={<IconHeartHandshake />}
            title="No connection is like that"
            action={
              filters.any && (
                <Button variant="default" onClick={filters.clear}>
                  Show all
                </Button>
              )
            }
          >
            Look for a part of somebody’s name, or drop a filter.
          </Empty>
        }
      >
        <DataList
          label="Connections"
          columns={COLUMNS}
          items={list.items ?? []}
          keyOf={(connection) => connection.id}
          actions={(connection) => <ConnectionMenu connection={connection} onAct={setAct} />}
          sort={sort}
          onSort={(by) => filters.set('sort', by)}
          waiting={list.waiting}
        />
      </Listing>
      <ActDialog act={act} onClose={() => setAct(null)} onDone={reload} onStale={reload} />
      {connecting && <ConnectDialog onClose={() => setConnecting(false)} onDone={reload} />}
    </div>
  );
}
