import { ActionIcon, Button, Group, Menu, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconBan, IconCheck, IconDots, IconEyeOff, IconInbox } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Connection } from '../../api/types';
import { paths } from '../../config/paths';
import { useParley } from '../../live/context';
import { ignoredRequests, receivedRequests, sentRequests } from '../../live/state';
import { Ago } from '../../parts/Ago';
import { Avatar } from '../../parts/Avatar';
import { Empty } from '../../parts/Empty';
import { SureDialog } from '../people/SureDialog';
import { PersonRow } from '../people/PersonRow';
import { useRelation } from '../people/useRelation';

/** Who asks me, whom I asked, and whom I ignore. */
export default function RequestsPane({ chosen }: { chosen?: string }) {
  const state = useParley();
  const received = receivedRequests(state);
  const sent = sentRequests(state);
  const ignored = ignoredRequests(state);
  if (received.length + sent.length + ignored.length === 0) {
    return (
      <Empty icon={<IconInbox />} title="No requests">
        When somebody asks to connect with you, you see it here at once. Nobody can write to you before you
        accept.
      </Empty>
    );
  }
  return (
    <>
      {received.length > 0 && (
        <ul className="plain" aria-label="Requests to you">
          {received.map((connection) => (
            <ReceivedCard key={connection.id} connection={connection} />
          ))}
        </ul>
      )}
      {sent.length > 0 && (
        <>
          <h2 className="group-title">Sent by you</h2>
          <ul className="plain" aria-label="Sent by you">
            {sent.map((connection) => (
              <SentRow
                key={connection.id}
                connection={connection}
                chosen={connection.receiver.username === chosen}
              />
            ))}
          </ul>
        </>
      )}
      {ignored.length > 0 && (
        <>
          <h2 className="group-title">Ignored</h2>
          <ul className="plain" aria-label="Ignored">
            {ignored.map((connection) => (
              <ReceivedCard key={connection.id} connection={connection} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function ReceivedCard({ connection }: { connection: Connection }) {
  const relation = useRelation();
  const [blocking, setBlocking] = useState(false);
  const person = connection.sender;
  const about = `${person.display_name}’s request`;
  return (
    <li className="card">
      <Group wrap="nowrap" gap="sm">
        <Link className="row-link" to={paths.person(person.username, 'requests')}>
          <Avatar person={person} size={44} />
          <span className="row-text">
            <span className="row-name" style={{ display: 'block' }}>
              <bdi>{person.display_name}</bdi>
            </span>
            <span className="row-sub" style={{ display: 'block' }}>
              {person.mutual_count > 0 && `${person.mutual_count} mutual · `}
              <Ago at={connection.created_at} />
            </span>
          </span>
        </Link>
        <Menu>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              c="inherit"
              radius="xl"
              size="lg"
              aria-label={`More about ${person.display_name}`}
            >
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {connection.status === 'pending' && (
              <Menu.Item
                leftSection={<IconEyeOff size={16} />}
                onClick={() => void relation.answer(connection, 'ignore')}
              >
                Ignore quietly
              </Menu.Item>
            )}
            <Menu.Item
              className="danger"
              leftSection={<IconBan size={16} />}
              onClick={() => setBlocking(true)}
            >
              Block
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {connection.note && (
        <p className="note" dir="auto">
          “{connection.note}”
        </p>
      )}
      <Group grow mt="sm" gap="xs">
        <Button
          leftSection={<IconCheck size={17} />}
          loading={relation.busy}
          aria-label={`Accept ${about}`}
          onClick={() => void relation.answer(connection, 'accept')}
        >
          Accept
        </Button>
        <Button
          variant="default"
          disabled={relation.busy}
          aria-label={`Reject ${about}`}
          onClick={() => void relation.answer(connection, 'reject')}
        >
          Reject
        </Button>
      </Group>
      <SureDialog
        sure={blocking ? 'block' : null}
        person={person}
        busy={relation.busy}
        onClose={() => setBlocking(false)}
        onYes={async () => {
          if (await relation.block(person)) setBlocking(false);
        }}
      />
    </li>
  );
}

function SentRow({ connection, chosen }: { connection: Connection; chosen: boolean }) {
  const relation = useRelation();
  const label = `Withdraw the request to ${connection.receiver.display_name}`;
  return (
    <PersonRow
      person={connection.receiver}
      tab="requests"
      chosen={chosen}
      sub={
        <>
          Pending · <Ago at={connection.created_at} />
        </>
      }
      action={
        <Tooltip label="Withdraw">
          <ActionIcon
            variant="subtle"
            color="gray"
            c="inherit"
            radius="xl"
            size={38}
            loading={relation.busy}
            aria-label={label}
            onClick={() => void relation.answer(connection, 'withdraw')}
          >
            <IconArrowBackUp size={19} />
          </ActionIcon>
        </Tooltip>
      }
    />
  );
}
