import { Checkbox, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Person } from '../../api/types';
import { isCalled } from '../../parts/foldedText';
import { PresenceAvatar } from './PresenceAvatar';

interface Props {
  people: Person[];
  chosen: string[];
  onChange: (usernames: string[]) => void;
}

/** Chooses among one's connections. */
export function PeoplePicker({ people, chosen, onChange }: Props) {
  const [text, setText] = useState('');
  const shown = people.filter((each) => isCalled(each, text));
  const toggle = (username: string) =>
    onChange(chosen.includes(username) ? chosen.filter((each) => each !== username) : [...chosen, username]);
  if (people.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        Nobody of your connections is left to choose. People must be connected with you first.
      </Text>
    );
  }
  return (
    <>
      <TextInput
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        placeholder="Search your connections"
        aria-label="Search your connections"
        leftSection={<IconSearch size={17} />}
        mb="xs"
      />
      {shown.length === 0 && <NobodyOfThem wanted={text.trim()} />}
      <ul className="plain picker" aria-label="Your connections" tabIndex={0}>
        {shown.map((person) => (
          <li key={person.id}>
            <label className="picker-row">
              <PresenceAvatar person={person} size={36} />
              <span className="row-text">
                <span className="member-name">{person.display_name}</span>
                <span className="row-sub">@{person.username}</span>
              </span>
              <Checkbox
                checked={chosen.includes(person.username)}
                onChange={() => toggle(person.username)}
                aria-label={person.display_name}
              />
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What stands there when none of one's connections is called like that. */
export function NobodyOfThem({ wanted }: { wanted: string }) {
  return (
    <Text fz="sm" c="dimmed" role="status">
      None of your connections’ names contains “{wanted}”.
    </Text>
  );
}
