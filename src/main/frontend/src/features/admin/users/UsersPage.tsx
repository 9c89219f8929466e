import { Button, Text } from '@mantine/core';
import { IconUpload, IconUserPlus, IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AdminUser, MadeUser, OneTimeLink } from '../../../api/admin';
import { paths } from '../../../config/paths';
import { Ago } from '../../../parts/Ago';
import { Empty } from '../../../parts/Empty';
import { usePages } from '../../../parts/useLoad';
import { ChoiceField } from '../ChoiceField';
import { DataList, type Column } from '../DataList';
import { Filters } from '../Filters';
import { Head } from '../Head';
import { LinkDialog } from '../LinkDialog';
import { Listing } from '../Listing';
import { PersonCell } from '../PersonCell';
import { withQuery } from '../query';
import { SearchField } from '../SearchField';
import { useFilters } from '../useFilters';
import { AddUserDialog } from './AddUserDialog';
import { UserState } from './UserState';

const COLUMNS: Column<AdminUser>[] = [
  { title: 'User', sort: 'username', show: (user) => <PersonCell person={user} /> },
  { title: 'State', show: (user) => <UserState user={user} /> },
  { title: 'Connections', minor: true, show: (user) => user.connections.toLocaleString() },
  { title: 'Live sessions', minor: true, show: (user) => <LiveSessions count={user.live_sessions} /> },
  {
    title: 'Last sign-in',
    sort: 'last_sign_in_at',
    show: (user) => (user.last_sign_in_at ? <Ago at={user.last_sign_in_at} /> : 'never'),
  },
  { title: 'Made', sort: 'created_at', show: (user) => <Ago at={user.created_at} /> },
];

const STATES = [
  { value: '', label: 'Enabled or not' },
  { value: 'true', label: 'Enabled' },
  { value: 'false', label: 'Disabled' },
];

const ROLES = [
  { value: '', label: 'Any role' },
  { value: 'admin', label: 'Administrators' },
  { value: 'none', label: 'No role' },
];

function LiveSessions({ count }: { count: number }) {
  return count > 0 ? (
    <span className="live-count">{count.toLocaleString()}</span>
  ) : (
    <Text span c="dimmed" inherit>
      none
    </Text>
  );
}

/** Everybody who has an account: found, sorted, added. */
export default function UsersPage() {
  const filters = useFilters();
  const sort = filters.get('sort') || 'username';
  const list = usePages<AdminUser>(
    withQuery('admin/users/', {
      q: filters.get('q'),
      enabled: filters.get('enabled'),
      role: filters.get('role'),
      sort,
    }),
  );
  const [adding, setAdding] = useState(false);
  const [link, setLink] = useState<(OneTimeLink & { username: string }) | null>(null);
  const made = ({ user, password_reset }: MadeUser) => {
    setAdding(false);
    if (password_reset) setLink({ ...password_reset, username: user.username });
    void list.reload();
  };
  return (
    <div className="admin-page">
      <Head
        title="Users"
        lead="Everybody who has an account here."
        actions={
          <>
            <Button
              component={Link}
              to={paths.adminImport()}
              variant="default"
              leftSection={<IconUpload size={17} />}
            >
              Import
            </Button>
            <Button leftSection={<IconUserPlus size={17} />} onClick={() => setAdding(true)}>
              Add a user
            </Button>
          </>
        }
      />
      <Filters label="Users">
        <SearchField label="Search by name or username" {...filters.field('q')} />
        <ChoiceField label="State" choices={STATES} {...filters.field('enabled')} />
        <ChoiceField label="Role" choices={ROLES} {...filters.field('role')} />
      </Filters>
      <Listing
        list={list}
        empty={
          <Empty
            icon={<IconUserSearch />}
            title="Nobody is like that"
            action={
              <Button variant="default" onClick={filters.clear}>
                Show everybody
              </Button>
            }
          >
            Look for a part of the username or the name, or drop a filter.
          </Empty>
        }
      >
        <DataList
          label="Users"
          columns={COLUMNS}
          items={list.items ?? []}
          keyOf={(user) => user.id}
          sort={sort}
          onSort={(by) => filters.set('sort', by)}
          waiting={list.waiting}
        />
      </Listing>
      {adding && <AddUserDialog onClose={() => setAdding(false)} onDone={made} />}
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </div>
  );
}
