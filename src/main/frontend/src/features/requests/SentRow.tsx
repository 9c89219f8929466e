import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { Connection } from '../../api/types';
import { Ago } from '../../parts/Ago';
import { PersonRow } from '../people/PersonRow';
import type { AnsweredCard, AnsweredCards } from './answeredCards';

interface Props {
  connection: Connection;
  chosen: boolean;
  cards: AnsweredCards;
  answered: AnsweredCard | undefined;
}

/** A request of mine that waits: it can be taken back. */
export function SentRow({ connection, chosen, cards, answered }: Props) {
  const label = `Withdraw the request to ${connection.receiver.display_name}`;
  return (
    <PersonRow
      person={connection.receiver}
      tab="requests"
      chosen={chosen}
      sub={
        answered ? (
          <span role="status">Withdrawn</span>
        ) : (
          <>
            Pending · <Ago at={connection.created_at} />
          </>
        )
      }
      action={
        answered ? (
          <Button
            variant="default"
            size="sm"
            autoFocus
            loading={answered.phase === 'sending'}
            onClick={() => cards.undo(connection.id)}
          >
            Undo
          </Button>
        ) : (
          <Tooltip label="Withdraw">
            <ActionIcon
              variant="subtle"
              color="gray"
              c="inherit"
              radius="xl"
              size={38}
              aria-label={label}
              onClick={() => cards.answer(connection, 'withdraw')}
            >
              <IconArrowBackUp size={19} />
            </ActionIcon>
          </Tooltip>
        )
      }
    />
  );
}
