import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../config/paths';
import { useChat } from '../../live/chatContext';
import { useParley } from '../../live/context';
import { reachablePeople } from '../../live/state';
import { useAct } from '../../parts/useAct';
import { isLine, lineFault } from '../../parts/displayText';
import { useDialogs } from './dialogs';
import { PeoplePicker } from './PeoplePicker';

/** Founds a group of one's own connections. */
export default function GroupDialog() {
  const state = useParley();
  const chat = useChat();
  const act = useAct();
  const navigate = useNavigate();
  const { close } = useDialogs();
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const people = reachablePeople(state);
  const found = async () => {
    const group = await act.run(() => chat.found(title.trim(), chosen));
    if (!group) return;
    close();
    await navigate(paths.chat(group.answer.id));
  };
  return (
    <Modal opened onClose={close} title="New group">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void found();
        }}
      >
        <TextInput
          label="Name of the group"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={lineFault(title)}
          mb="md"
          data-autofocus
        />
        <PeoplePicker people={people} chosen={chosen} onChange={setChosen} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" disabled={!isLine(title) || chosen.length === 0} loading={act.busy}>
            Create
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
