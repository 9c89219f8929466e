import { Button } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { Person } from '../../api/types';
import { paths } from '../../config/paths';
import { useChat } from '../../live/chatContext';
import { directWith } from '../../live/chatViews';
import { useParley } from '../../live/context';
import { useAct } from '../../parts/useAct';

/** Leads to the conversation with somebody one is connected with. */
export function WriteButton({ person }: { person: Person }) {
  const state = useParley();
  const chat = useChat();
  const act = useAct();
  const navigate = useNavigate();
  const write = async () => {
    const id =
      directWith(state.chat, person.username)?.id ??
      (await act.run(() => chat.open(person.username)))?.answer.id;
    if (id) await navigate(paths.chat(id));
  };
  return (
    <Button leftSection={<IconMessageCircle size={17} />} loading={act.busy} onClick={() => void write()}>
      {person.switched_off ? 'Open the chat' : 'Write a message'}
    </Button>
  );
}
