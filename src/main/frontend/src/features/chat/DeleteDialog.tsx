import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Message } from '../../api/chat';
import { useAct } from '../../parts/useAct';
import { lineOf } from './preview';

interface Props {
  message: Message;
  onClose: () => void;
  onYes: () => Promise<void>;
}

/** Asks once more before a message is deleted for everybody. */
export default function DeleteDialog({ message, onClose, onYes }: Props) {
  const act = useAct();
  const remove = async () => {
    if (await act.run(onYes)) onClose();
  };
  return (
    <Modal opened onClose={onClose} title="Delete this message?">
      <Stack>
        <blockquote className="quote quote-line">{lineOf(message)}</blockquote>
        <Text fz="sm">
          It disappears for everybody in the conversation. A note that it was deleted stays.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="red.9" loading={act.busy} onClick={() => void remove()}>
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
