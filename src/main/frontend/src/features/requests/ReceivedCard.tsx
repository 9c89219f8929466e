import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconBan, IconCheck, IconDots, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Connection } from '../../api/types';
import { paths } from '../../config/paths';
import { Ago } from '../../parts/Ago';
import { Avatar } from '../../parts/Avatar';
import { WriteButton } from '../chat/WriteButton';
import { SureDialog } from '../people/SureDialog';
import { useRelation, type Answer } from '../people/useRelation';
import type { AnsweredCard, AnsweredCards } from './answeredCards';

interface Props {
  connection: Connection;
  cards: AnsweredCards;
  answered: AnsweredCard | undefined;
}

/** Somebody's request to me: accept, reject, put aside; and for a moment what was answered. */
export function ReceivedCard({ connection, cards, answered }: Props) {
  const relation = useRelation();
  const [blocking, setBlocking] = useState(false);
  const person = connection.sender;
  return (
    <li className="card" data-answered={answered?.answer}>
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
        {!answered && (
          <MoreMenu
            connection={connection}
            onIgnore={() => cards.answer(connection, 'ignore')}
            onBlock={() => setBlocking(true)}
          />
        )}
      </Group>
      {connection.note && (
        <p className="note" dir="auto">
          “{connection.note}”
        </p>
      )}
      {answered && answered.phase !== 'sending' ? (
        <Outcome answered={answered} onUndo={() => cards.undo(connection.id)} />
      ) : (
        <Answers
          about={`${person.display_name}’s request`}
          waitsFor={answered?.answer}
          onAnswer={(answer) => cards.answer(connection, answer)}
        />
      )}
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

interface MoreProps {
  connection: Connection;
  onIgnore: () => void;
  onBlock: () => void;
}

function MoreMenu({ connection, onIgnore, onBlock }: MoreProps) {
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="inherit"
          radius="xl"
          size="lg"
          aria-label={`More about ${connection.sender.display_name}`}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {connection.status === 'pending' && (
          <Menu.Item leftSection={<IconEyeOff size={16} />} onClick={onIgnore}>
            Ignore quietly
          </Menu.Item>
        )}
        <Menu.Item className="danger" leftSection={<IconBan size={16} />} onClick={onBlock}>
          Block
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface AnswersProps {
  about: string;
  waitsFor: Answer | undefined;
  onAnswer: (answer: Answer) => void;
}

function Answers({ about, waitsFor, onAnswer }: AnswersProps) {
  return (
    <Group grow mt="sm" gap="xs">
      <Button
        leftSection={<IconCheck size={17} />}
        loading={waitsFor !== undefined}
        aria-label={`Accept ${about}`}
        onClick={() => onAnswer('accept')}
      >
        Accept
      </Button>
      <Button
        variant="default"
        disabled={waitsFor !== undefined}
        aria-label={`Reject ${about}`}
        onClick={() => onAnswer('reject')}
      >
        Reject
      </Button>
    </Group>
  );
}

const SAYS: Record<Answer, string> = {
  accept: 'Connected',
  reject: 'Rejected',
  ignore: 'Ignored. They are not told',
  withdraw: 'Withdrawn',
};

/** What came of an answer, and what can be done next. */
function Outcome({ answered, onUndo }: { answered: AnsweredCard; onUndo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap" mt="sm" gap="xs" className="outcome">
      <span role="status">{SAYS[answered.answer]}</span>
      {answered.phase === 'undoable' && (
        <Button variant="default" autoFocus onClick={onUndo}>
          Undo
        </Button>
      )}
      {answered.answer === 'accept' && <WriteButton person={answered.connection.sender} />}
    </Group>
  );
}
