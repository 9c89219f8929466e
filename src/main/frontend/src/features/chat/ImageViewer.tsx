import { ActionIcon, Button, Center, Loader, Modal, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Attachment } from '../../api/chat';
import { useParley } from '../../live/context';
import { emptyWindow } from '../../live/messageWindow';
import { picturesOf } from './attached';
import { useFile } from './useFile';

interface Props {
  conversation: string;
  /** The picture to begin with. */
  attachment: Attachment;
  onClose: () => void;
}

/** A picture at its full size, and from it to the others that have been loaded of the conversation. */
export default function ImageViewer({ conversation, attachment, onClose }: Props) {
  const [viewed, setViewed] = useState(attachment);
  const pictures = picturesOf(useParley().chat.windows[conversation] ?? emptyWindow);
  const at = pictures.findIndex(({ id }) => id === viewed.id);
  const older = pictures[at - 1];
  const newer = at < 0 ? undefined : pictures[at + 1];
  const file = useFile(conversation, `attachments/${viewed.id}/`);
  const narrow = useMediaQuery('(max-width: 768px)', undefined, { getInitialValueInEffect: false });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft' && older) setViewed(older);
    else if (event.key === 'ArrowRight' && newer) setViewed(newer);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      onKeyDown={onKeyDown}
      title={viewed.name}
      size="min(1100px, 92vw)"
      fullScreen={narrow}
      classNames={{ title: 'viewed-name' }}
    >
      {file.url ? (
        <img className="viewed" src={file.url} alt={viewed.name} />
      ) : (
        <Center h={200} role="status">
          {file.failed ? 'The picture could not be loaded.' : <Loader size="sm" aria-label="Loading" />}
        </Center>
      )}
      <div className="viewed-foot">
        {pictures.length > 1 && at >= 0 && (
          <div className="viewed-turn" role="group" aria-label="Pictures of this conversation">
            <Turn label="Previous picture" to={older} onTurn={setViewed}>
              <IconChevronLeft size={22} />
            </Turn>
            <span role="status">
              <span aria-hidden>
                {at + 1} of {pictures.length}
              </span>
              <VisuallyHidden>{`${viewed.name}, picture ${at + 1} of ${pictures.length}`}</VisuallyHidden>
            </span>
            <Turn label="Next picture" to={newer} onTurn={setViewed}>
              <IconChevronRight size={22} />
            </Turn>
          </div>
        )}
        {file.url && (
          <Button
            component="a"
            href={file.url}
            download={viewed.name}
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            Save
          </Button>
        )}
      </div>
    </Modal>
  );
}

interface TurnProps {
  label: string;
  /** The picture on that side; none at the edge, where the button stays so that the focus does. */
  to: Attachment | undefined;
  onTurn: (to: Attachment) => void;
  children: ReactNode;
}

function Turn({ label, to, onTurn, children }: TurnProps) {
  return (
    <ActionIcon
      variant="default"
      size={42}
      radius="xl"
      aria-label={label}
      title={label}
      aria-disabled={!to || undefined}
      data-disabled={!to || undefined}
      onClick={() => to && onTurn(to)}
    >
      {children}
    </ActionIcon>
  );
}
