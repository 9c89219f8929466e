import { TextInput } from '@mantine/core';
import { IconFilter, IconHeartHandshake } from '@tabler/icons-react';
import { useState } from 'react';
import { useParley } from '../../live/context';
import { mutualConnections, otherSide } from '../../live/state';
import { Empty } from '../../parts/Empty';
import { PersonRow } from '../people/PersonRow';

const FILTER_FROM = 8;

/** Everybody I am connected with. */
export function ConnectionsPane({ chosen }: { chosen?: string }) {
  const state = useParley();
  const [text, setText] = useState('');
  const all = mutualConnections(state).map((connection) => otherSide(state, connection));
  const wanted = text.trim().toLowerCase();
  const shown = all.filter((person) =>
    `${person.username} ${person.display_name}`.toLowerCase().includes(wanted),
  );
  if (all.length === 0) {
    return (
      <Empty icon={<IconHeartHandshake />} title="No connections yet">
        Send somebody a request, or accept one. As soon as both of you want it, they appear here.
      </Empty>
    );
  }
  return (
    <>
      {all.length >= FILTER_FROM && (
        <TextInput
          mx={6}
          mb={8}
          radius="xl"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder="Filter connections"
          aria-label="Filter connections"
          leftSection={<IconFilter size={17} />}
        />
      )}
      <ul className="plain" aria-label="Mutual connections">
        {shown.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            tab="connections"
            chosen={person.username === chosen}
            sub={person.status_text || undefined}
          />
        ))}
      </ul>
    </>
  );
}
