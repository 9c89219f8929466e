import { Text, Title } from '@mantine/core';
import { IconBan, IconHeartHandshake, IconInfoCircle, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { SWITCHED_OFF, type Connection, type Person, type Reachability } from '../../api/types';
import { useParley } from '../../live/context';
import { Avatar } from '../../parts/Avatar';
import { Waiting } from '../../parts/Waiting';
import { LedgerList } from './LedgerList';
import { RelationActions } from './PersonActions';

interface Props {
  person: Person;
  connection?: Connection;
  reach: Reachability | null;
  /** Why it is not known whether they can be reached. */
  unknown: string | null;
  onChange: () => unknown;
}

/** What has happened between somebody and me, and what can be done next. */
export function RelationStory({ person, connection, reach, unknown, onChange }: Props) {
  return (
    <section className="story" aria-label={`You and ${person.display_name}`}>
      <header className="story-head">
        <Avatar person={person} size={42} />
        <div className="row-text">
          <div className="row-name">
            <bdi>{person.display_name}</bdi>
          </div>
          <div className="row-sub">@{person.username}</div>
        </div>
      </header>
      <div className="story-body">
        <div className="next-step">
          <Lead person={person} connection={connection} reach={reach} />
          <RelationActions person={person} connection={connection} reach={reach} onChange={onChange} />
          <Reasons reach={reach} relation={person.connection} />
          {!reach && unknown && <Waiting failure={unknown} retry={onChange} />}
        </div>
        {connection && <LedgerList key={connection.id} connection={connection} />}
      </div>
    </section>
  );
}

function Lead({ person, connection, reach }: Omit<Props, 'onChange' | 'unknown'>) {
  const { user } = useParley();
  const name = <bdi>{person.display_name}</bdi>;
  const leads: Record<Person['connection'], [icon: ReactNode, title: ReactNode, text: string]> = {
    none: [
      <IconUserPlus key="i" />,
      <>You and {name} are not connected</>,
      reach?.can_request === false ? '' : 'Send a request. As soon as they accept, you can reach each other.',
    ],
    sent: [
      <IconUserPlus key="i" />,
      'Your request waits for an answer',
      connection?.expires_at
        ? `It stands until ${new Date(connection.expires_at).toLocaleDateString([], { dateStyle: 'long' })}.`
        : 'You are told as soon as they accept.',
    ],
    received: [
      <IconHeartHandshake key="i" />,
      <>{name} asks to connect with you</>,
      connection?.status === 'ignored'
        ? 'You ignore this request. To them it still looks pending, and you can still answer.'
        : 'Nobody can write to you before you accept.',
    ],
    connected: [
      <IconHeartHandshake key="i" />,
      <>You and {name} are connected</>,
      person.switched_off
        ? `${SWITCHED_OFF}: nobody can write to them. You stay connected until one of you ends it.`
        : connection
          ? `Since ${new Date(connection.updated_at).toLocaleDateString([], { dateStyle: 'long' })}.`
          : '',
    ],
    blocked: [
      <IconBan key="i" />,
      <>You block {name}</>,
      'They cannot find or reach you, and they are not told.',
    ],
  };
  const [icon, title, text] = leads[person.connection];
  const note = connection?.note;
  const mine = connection?.sender.id === user.id;
  return (
    <>
      <div className="empty-icon" aria-hidden>
        {icon}
      </div>
      <Title order={2} fz="md">
        {title}
      </Title>
      <Text fz="sm" c="dimmed">
        {text}
      </Text>
      {note && person.connection !== 'connected' && (
        <blockquote className="bubble" dir="auto" data-mine={mine || undefined}>
          “{note}”
        </blockquote>
      )}
    </>
  );
}

/** Why somebody cannot be asked, unless the relation itself says so. */
function Reasons({ reach, relation }: { reach: Reachability | null; relation: Person['connection'] }) {
  if (!reach || reach.can_request || (relation !== 'none' && relation !== 'received')) return null;
  return (
    <div className="reasons">
      <IconInfoCircle size={18} aria-hidden />
      <ul className="plain" aria-label="Why you cannot send a request">
        {reach.reasons.map((reason) => (
          <li key={reason.code}>{reason.message}</li>
        ))}
      </ul>
    </div>
  );
}
