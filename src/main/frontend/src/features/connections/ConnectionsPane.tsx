import { Button, TextInput } from '@mantine/core';
import { IconFilter, IconHeartHandshake } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../config/paths';
import { useParley } from '../../live/context';
import { mutualConnections, otherSide } from '../../live/state';
import { Empty } from '../../parts/Empty';
import { More } from '../../parts/More';
import { isCalled } from '../../parts/foldedText';
import { PersonRow } from '../people/PersonRow';

const FILTER_FROM = 8;
const SLICE = 100;

/** Everybody I am connected with. */
export default function ConnectionsPane({ chosen }: { chosen?: string }) {
  const state = useParley();
  const [text, setText] = useState('');
  const [count, setCount] = useState(SLICE);
  const all = mutualConnections(state).map((connection) => otherSide(state, connection));
  const shown = all.filter((person) => isCalled(person, text));
  if (all.length === 0) {
    return (
      <Empty
        icon={<IconHeartHandshake />}
        title="No connections yet"
        action={
          <Button component={Link} to={paths.people} variant="light">
            Find people
          </Button>
        }
      >
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
        {shown.slice(0, count).map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            tab="connections"
            chosen={person.username === chosen}
            sub={person.status_text || undefined}
          />
        ))}
      </ul>
      {shown.length === 0 && (
        <Empty icon={<IconFilter />} title="Nobody found">
          None of your connections’ names contains “{text.trim()}”.
        </Empty>
      )}
      <More load={count < shown.length ? () => setCount(count + SLICE) : null} />
    </>
  );
}
