import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Person } from '../../api/types';

export type Sure = 'remove' | 'block' | null;

interface Props {
  sure: Sure;
  person: Person;
  busy: boolean;
  onClose: () => void;
  onYes: () => Promise<void>;
}

/** Asks once more before somebody is removed or blocked, and says what that means. */
export function SureDialog({ sure, person, busy, onClose, onYes }: Props) {
  const blocks = sure === 'block';
  return (
    <Modal
      opened={sure !== null}
      onClose={onClose}
      title={blocks ? `Block ${person.display_name}?` : `Remove ${person.display_name}?`}
    >
      <Stack>
        <Text fz="sm">
          {blocks
            ? 'A connection or request between you ends, they can no longer find or reach you, and they are not told. You can unblock them later; that does not connect you again.'
            : 'You will no longer be connected. What you wrote to each other stays readable. Either of you can ask again.'}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="red.9" loading={busy} onClick={() => void onYes()}>
            {blocks ? 'Block' : 'Remove'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
