import { Text, Title } from '@mantine/core';
import { IconHeartHandshake, IconPower, IconUsers } from '@tabler/icons-react';
import { SWITCHED_OFF, type Connection, type Person } from '../../api/types';
import { Avatar } from '../../parts/Avatar';
import { PartingActions } from './PersonActions';

interface Props {
  person: Person;
  connection?: Connection;
  onChange: () => unknown;
}

const RELATION: Record<Person['connection'], string> = {
  none: 'Not connected',
  sent: 'Request sent',
  received: 'Asks to connect',
  connected: 'Connected',
  blocked: 'Blocked by you',
};

/** Who somebody is: picture, names, status, what we have in common, and the ways to part. */
export function ProfilePanel({ person, connection, onChange }: Props) {
  return (
    <section className="profile" aria-label={`Profile of ${person.display_name}`}>
      <div className="profile-who">
        <div className="cover" />
        <div className="profile-avatar">
          <Avatar person={person} size={88} />
        </div>
        <Title order={1} fz={20} lh={1.25} mt="sm">
          <bdi>{person.display_name}</bdi>
        </Title>
        <Text c="dimmed" fz="sm">
          @{person.username}
        </Text>
        {person.status_text && (
          <Text mt="sm" fz={15} dir="auto">
            {person.status_text}
          </Text>
        )}
        <div className="chips">
          <span className="chip">
            <IconHeartHandshake size={15} aria-hidden />
            {RELATION[person.connection]}
          </span>
          {person.switched_off && (
            <span className="chip">
              <IconPower size={15} aria-hidden />
              {SWITCHED_OFF}
            </span>
          )}
          {person.mutual_count > 0 && (
            <span className="chip">
              <IconUsers size={15} aria-hidden />
              {person.mutual_count} mutual {person.mutual_count === 1 ? 'connection' : 'connections'}
            </span>
          )}
        </div>
      </div>
      <PartingActions person={person} connection={connection} onChange={onChange} />
    </section>
  );
}
