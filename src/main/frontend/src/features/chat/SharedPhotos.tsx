import { Button, Title } from '@mantine/core';
import { IconPhoto, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attachment, Conversation } from '../../api/chat';
import { useParley } from '../../live/context';
import { emptyWindow } from '../../live/messageWindow';
import { OnDemand } from '../../parts/OnDemand';
import { picturesOf } from './attached';
import { useFile } from './useFile';
import { later } from '../../parts/later';

const ImageViewer = later(() => import('./ImageViewer'));

const SHOWN = 6;

/** The pictures of what has been loaded of a conversation, newest first. */
export function SharedPhotos({ conversation }: { conversation: Conversation }) {
  const window = useParley().chat.windows[conversation.id] ?? emptyWindow;
  const [all, setAll] = useState(false);
  const [viewed, setViewed] = useState<Attachment | null>(null);
  const photos = picturesOf(window).reverse();
  if (photos.length === 0) return null;
  return (
    <section aria-label="Shared photos">
      <Title order={2} className="panel-title">
        Shared photos
      </Title>
      <div className="photos">
        {photos.slice(0, all ? undefined : SHOWN).map((each) => (
          <Photo
            key={each.id}
            conversation={conversation.id}
            attachment={each}
            onOpen={() => setViewed(each)}
          />
        ))}
      </div>
      {photos.length > SHOWN && !all && (
        <Button
          fullWidth
          variant="light"
          mt="sm"
          leftSection={<IconPhoto size={17} />}
          onClick={() => setAll(true)}
        >
          All media
        </Button>
      )}
      <OnDemand at={viewed?.id ?? ''} onFailure={() => setViewed(null)}>
        {viewed && (
          <ImageViewer conversation={conversation.id} attachment={viewed} onClose={() => setViewed(null)} />
        )}
      </OnDemand>
    </section>
  );
}

interface PhotoProps {
  conversation: string;
  attachment: Attachment;
  onOpen: () => void;
}

function Photo({ conversation, attachment, onOpen }: PhotoProps) {
  const file = useFile(conversation, `attachments/${attachment.id}/thumbnail/`);
  return (
    <button type="button" className="photo" aria-label={`Look at ${attachment.name}`} onClick={onOpen}>
      {file.url && <img src={file.url} alt="" />}
      {file.failed && <IconPhotoOff size={22} aria-hidden />}
    </button>
  );
}
