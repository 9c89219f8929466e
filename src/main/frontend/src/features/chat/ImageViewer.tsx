import { Button, Center, Group, Loader, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import type { Attachment } from '../../api/chat';
import { useFile } from './useFile';

/** A picture at its full size. */
export default function ImageViewer({
  attachment,
  onClose,
}: {
  attachment: Attachment;
  onClose: () => void;
}) {
  const file = useFile(`attachments/${attachment.id}/`);
  const narrow = useMediaQuery('(max-width: 768px)', undefined, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title={attachment.name}
      size="min(1100px, 92vw)"
      fullScreen={narrow}
      classNames={{ title: 'viewed-name' }}
    >
      {file.url ? (
        <>
          <img className="viewed" src={file.url} alt={attachment.name} />
          <Group justify="flex-end" mt="sm">
            <Button
              component="a"
              href={file.url}
              download={attachment.name}
              variant="default"
              leftSection={<IconDownload size={16} />}
            >
              Save
            </Button>
          </Group>
        </>
      ) : (
        <Center h={200} role="status">
          {file.failed ? 'The picture could not be loaded.' : <Loader size="sm" aria-label="Loading" />}
        </Center>
      )}
    </Modal>
  );
}
