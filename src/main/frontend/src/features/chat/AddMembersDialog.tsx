import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Conversation } from '../../api/chat';
import { useChat } from '../../live/chatContext';
import { useParley } from '../../live/context';
import { reachablePeople } from '../../live/state';
import { useAct } from '../../parts/useAct';
import { PeoplePicker } from './PeoplePicker';

/** Adds some of one's own connections to a group. */
export default function AddMembersDialog({
  conversation,
  onClose,
}: {
  conversation: Conversation;
  onClose: () => void;
}) {
  const state = useParley();
  const chat = useChat();
  const act = useAct();
  const [chosen, setChosen] = useState<string[]>([]);
  const inside = new Set(conversation.members.map((each) => each.user.id));
  const people = reachablePeople(state).filter((person) => !inside.has(person.id));
  const add = async () => {
    const done = await act.run(async () => {
      for (const username of chosen) await chat.putMember(conversation.id, username);
    });
    await chat.refresh(conversation.id).catch(() => undefined);
    if (done) onClose();
  };
  return (
    <Modal opened onClose={onClose} title="Add people">
      <PeoplePicker people={people} chosen={chosen} onChange={setChosen} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={chosen.length === 0} loading={act.busy} onClick={() => void add()}>
          Add
        </Button>
      </Group>
    </Modal>
  );
}
