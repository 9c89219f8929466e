import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconUserQuestion } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import type { Person, Reachability } from '../../api/types';
import { paths, type Tab } from '../../config/paths';
import { useLive, useParley } from '../../live/context';
import { concerns, otherSide } from '../../live/state';
import { Empty } from '../../parts/Empty';
import { useLoad } from '../../parts/useLoad';
import { Waiting } from '../../parts/Waiting';
import { ProfilePanel } from './ProfilePanel';
import { RelationStory } from './RelationStory';

/** Somebody: what has happened between us and what comes next, and beside it who they are. */
export default function PersonPage() {
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
      live.onEvent((event) => {
        if (!concerns(event, username)) return;
        void reloadPerson();
        void reloadReach();
      }),
    [live, username, reloadPerson, reloadReach],
  );

  if (tab !== 'people' && tab !== 'requests' && tab !== 'connections')
    return <Navigate to={paths.people} replace />;
  if (username === state.user.username) return <Navigate to={paths.settings} replace />;
  if (!person.data) {
    return (
      <>
        <BackToLists tab={tab} />
        {person.status === 404 ? (
          <Empty
            order={1}
            icon={<IconUserQuestion />}
            title="There is nobody of that name"
            action={
              <Button component={Link} to={paths.people} variant="default">
                Search the directory
              </Button>
            }
          >
            They may have left, or the address has a mistake.
          </Empty>
        ) : (
          <div className="page">
            <Waiting failure={person.failure} retry={reloadPerson} />
          </div>
        )}
      </>
    );
  }
  const relation = {
    person: person.data,
    connection,
    onChange: () => Promise.all([reloadPerson(), reloadReach()]),
  };
  return (
    <div className="person" key={person.data.id}>
      <BackToLists tab={tab} />
      <RelationStory {...relation} reach={reach.data} unknown={reach.failure} />
      <ProfilePanel {...relation} />
    </div>
  );
}

function BackToLists({ tab }: { tab: Tab }) {
  return (
    <ActionIcon
      className="only-narrow back"
      component={Link}
      to={paths[tab]}
      variant="default"
      size="lg"
      radius="xl"
      aria-label="Back to the list"
    >
      <IconArrowLeft size={20} />
    </ActionIcon>
  );
}
