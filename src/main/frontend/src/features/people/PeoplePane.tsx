import { ActionIcon, Button, CloseButton, TextInput, Tooltip, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Connection, Person } from '../../api/types';
import { paths } from '../../config/paths';
import { useParley } from '../../live/context';
import {
  mutualConnections,
  otherSide,
  receivedRequests,
  sentRequests,
  type ParleyState,
} from '../../live/state';
import { Empty } from '../../parts/Empty';
import { More } from '../../parts/More';
import { Waiting } from '../../parts/Waiting';
import { isCalled } from '../../parts/foldedText';
import { PersonRow } from './PersonRow';
import { RequestDialog } from './RequestDialog';
import { useDirectory } from './useDirectory';

/** The directory with its search, which also finds the people one is connected to or about to be. */
export default function PeoplePane({ chosen }: { chosen?: string }) {
  const state = useParley();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<Person | null>(null);
  const [q] = useDebouncedValue(text.trim(), 200);
  const directory = useDirectory(q);
  const related = new Set(liveRelations(state).map((connection) => otherSide(state, connection).id));
  const people = directory.people?.filter((person) => !related.has(person.id)) ?? null;
  const known = q ? matches(state, q) : [];

  return (
    <>
      <TextInput
        mx={6}
        mb={8}
        radius="xl"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        placeholder="Search people"
        aria-label="Search people"
        type="search"
        leftSection={<IconSearch size={18} />}
        rightSection={
          text && <CloseButton size="sm" aria-label="Clear the search" onClick={() => setText('')} />
        }
      />
      {known.length > 0 && (
        <>
          <h2 className="group-title">People you know</h2>
          <ul className="plain" aria-label="People you know">
            {known.map((person) => (
              <PersonRow key={person.id} person={person} tab="people" chosen={person.username === chosen} />
            ))}
          </ul>
          {people && people.length > 0 && <h2 className="group-title">Directory</h2>}
        </>
      )}
      {q && people && (
        <VisuallyHidden role="status">
          {known.length + people.length === 0 ? 'Nobody found' : `${known.length + people.length} found`}
        </VisuallyHidden>
      )}
      {!people && <Waiting failure={directory.failure} retry={directory.reload} />}
      {people?.length === 0 && known.length === 0 && !directory.more && <NobodyHere q={q} />}
      {people && people.length > 0 && (
        <ul className="plain" aria-label="Available people">
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              tab="people"
              chosen={person.username === chosen}
              sub={person.connection === 'blocked' ? 'Blocked by you' : undefined}
              action={
                person.connection === 'none' && (
                  <RequestButton person={person} onClick={() => setAsked(person)} />
                )
              }
            />
          ))}
        </ul>
      )}
      <More load={directory.more} />
      <RequestDialog person={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function liveRelations(state: ParleyState): Connection[] {
  return [...mutualConnections(state), ...receivedRequests(state), ...sentRequests(state)];
}

function matches(state: ParleyState, q: string): Person[] {
  return liveRelations(state)
    .map((connection) => otherSide(state, connection))
    .filter((person) => isCalled(person, q));
}

function RequestButton({ person, onClick }: { person: Person; onClick: () => void }) {
  const label = `Send ${person.display_name} a connection request`;
  return (
    <Tooltip label="Send a request">
      <ActionIcon variant="light" size={38} radius="xl" aria-label={label} onClick={onClick}>
        <IconUserPlus size={19} />
      </ActionIcon>
    </Tooltip>
  );
}

function NobodyHere({ q }: { q: string }) {
  return q ? (
    <Empty icon={<IconSearch />} title="Nobody found">
      No other person’s name contains “{q}”.
    </Empty>
  ) : (
    <Empty
      icon={<IconUsers />}
      title="Nobody else is listed"
      action={
        <Button component={Link} to={paths.links} variant="light">
          Make a connection link
        </Button>
      }
    >
      Everybody here is connected to you already, or chose not to be listed. Invite somebody with a connection
      link.
    </Empty>
  );
}
