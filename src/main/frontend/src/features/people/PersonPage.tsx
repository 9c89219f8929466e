import { ActionIcon, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconHeartHandshake, IconInfoCircle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import type { Connection, Person, Reachability } from '../../api/types';
import { paths, type Tab } from '../../config/paths';
import { useLive, useParley } from '../../live/context';
import { otherSide } from '../../live/state';
import { Avatar } from '../../parts/Avatar';
import { useLoad } from '../../parts/useLoad';
import { Waiting } from '../../parts/Waiting';
import { LedgerList } from './LedgerList';
import { PersonActions } from './PersonActions';

/** Somebody's profile: who they are to me, whether I can reach them, what I can do, and what has happened. */
export function PersonPage() {
  const { tab, username = '' } = useParams();
  const live = useLive();
  const state = useParley();
  const name = encodeURIComponent(username);
  const person = useLoad<Person>(`users/${name}/`);
  const reach = useLoad<Reachability>(`users/${name}/reachability/`);
  const connection = Object.values(state.connections).find(
    (each) => otherSide(state, each).username === username,
  );
  const reloadPerson = person.reload;
  const reloadReach = reach.reload;

  useEffect(
    () =>
      live.onEvent(({ event }) => {
        if (!/^(connection|block|user)\./.test(event)) return;
        void reloadPerson();
        void reloadReach();
      }),
    [live, reloadPerson, reloadReach],
  );

  if (tab !== 'people' && tab !== 'requests' && tab !== 'connections')
    return <Navigate to={paths.people} replace />;
  if (username === state.user.username) return <Navigate to={paths.settings} replace />;
  return (
    <article className="profile">
      <div className="cover" />
      <div className="profile-body">
        <BackToLists tab={tab} />
        {person.data ? (
          <>
            <Identity person={person.data} />
            <PersonActions
              key={person.data.id}
              person={person.data}
              connection={connection}
              reach={reach.data}
              onChange={() => {
                void reloadPerson();
                void reloadReach();
              }}
            />
            <Reasons reach={reach.data} relation={person.data.connection} />
            {connection && (
              <RequestNote connection={connection} mine={connection.sender.id === state.user.id} />
            )}
            {connection && <LedgerList connection={connection} />}
          </>
        ) : (
          <Waiting failure={person.failure} retry={() => void reloadPerson()} />
        )}
      </div>
    </article>
  );
}

function BackToLists({ tab }: { tab: Tab }) {
  return (
    <ActionIcon
      className="only-narrow"
      component={Link}
      to={paths[tab]}
      variant="default"
      size="lg"
      radius="xl"
      mt="sm"
      style={{ float: 'right' }}
      aria-label="Back to the list"
    >
      <IconArrowLeft size={20} />
    </ActionIcon>
  );
}

const RELATION: Record<Person['connection'], string> = {
  none: 'Not connected',
  sent: 'Your request is pending',
  received: 'Asks to connect with you',
  connected: 'Connected',
  blocked: 'You block this person',
};

function Identity({ person }: { person: Person }) {
  return (
    <>
      <div className="profile-avatar">
        <Avatar person={person} size={88} />
      </div>
      <Title order={1} fz={22} mt="xs">
        {person.display_name}
      </Title>
      <Text c="dimmed">@{person.username}</Text>
      {person.status_text && <Text mt="sm">{person.status_text}</Text>}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, margin: '14px 0 4px' }}>
        <span className="chip">
          <IconHeartHandshake size={15} aria-hidden />
          {RELATION[person.connection]}
        </span>
        {person.mutual_count > 0 && (
          <span className="chip">
            {person.mutual_count} mutual {person.mutual_count === 1 ? 'connection' : 'connections'}
          </span>
        )}
      </div>
    </>
  );
}

/** Why somebody cannot be asked, unless the relation itself says so. */
function Reasons({ reach, relation }: { reach: Reachability | null; relation: Person['connection'] }) {
  if (!reach || reach.can_request || relation !== 'none') return null;
  return (
    <Text fz="sm" c="dimmed" mt="md" style={{ display: 'flex', gap: 8 }}>
      <IconInfoCircle size={18} style={{ flex: 'none' }} aria-hidden />
      {reach.reasons.map((reason) => reason.message).join(' ')}
    </Text>
  );
}

function RequestNote({ connection, mine }: { connection: Connection; mine: boolean }) {
  if (!connection.note) return null;
  return (
    <section aria-label="Note of the request">
      <Title order={2} fz="sm" c="dimmed" mt="lg">
        {mine ? 'Your note' : 'Their note'}
      </Title>
      <p className="note">“{connection.note}”</p>
    </section>
  );
}
