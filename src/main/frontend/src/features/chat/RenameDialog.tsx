import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Conversation } from '../../api/chat';
import { useChat } from '../../live/chatContext';
import { useAct } from '../../parts/useAct';
import { isLine, lineFault } from '../../parts/displayText';

/** Gives a group another name. */
export default function RenameDialog({
  conversation,
  onClose,
}: {
  conversation: Conversation;
  onClose: () => void;
}) {
  const chat = useChat();
  const act = useAct();
  const [title, setTitle] = useState(conversation.title ?? '');
  const rename = async () => {
    if (await act.run(() => chat.change(conversation.id, { title: title.trim() }))) onClose();
  };
  return (
    <Modal opened onClose={onClose} title="Rename the group">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <TextInput
          label="Name of the group"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={lineFault(title)}
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!isLine(title)} loading={act.busy}>
            Rename
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
