import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { OneTimeLink } from '../../api/admin';
import { Copyable } from '../../parts/Copyable';
import { At } from './At';

interface Props {
  link: (OneTimeLink & { username: string }) | null;
  onClose: () => void;
}

/** Shows a one-time link to choose a password, the only time that it can be seen. */
export function LinkDialog({ link, onClose }: Props) {
  return (
    <Modal opened={link !== null} onClose={onClose} title="One-time password link">
      {link && (
        <Stack>
          <Text fz="sm">
            Give this link to <b>@{link.username}</b> by a way you trust. Whoever opens it chooses the
            password, once. It is not shown again.
          </Text>
          <Copyable label="Link" link={link.url} />
          <Text fz="sm" c="dimmed">
            It works until <At at={link.expires_at} />.
          </Text>
          <Group justify="flex-end">
            <Button onClick={onClose}>Done</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
