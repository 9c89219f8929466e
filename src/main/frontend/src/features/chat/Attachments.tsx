import { IconFile, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attachment } from '../../api/chat';
import { download } from '../../api/client';
import { saveFile } from '../../parts/saveFile';
import { tellFailure } from '../../parts/useAct';
import { sizeText } from '../../parts/sizeText';
import { isPicture } from './attached';
import { useThreadActs } from './threadContext';
import { useFile } from './useFile';

const WIDEST = 320;
const HIGHEST = 300;

/** What is attached to a message: pictures to look at, files to save. */
export function Attachments({ attachments }: { attachments: Attachment[] }) {
  const { view } = useThreadActs();
  return (
    <div className="attachments">
      {attachments.map((each) =>
        isPicture(each) ? (
          <Picture key={each.id} attachment={each} onOpen={() => view(each)} />
        ) : (
          <SavedFile key={each.id} attachment={each} />
        ),
      )}
    </div>
  );
}

/** The size is known before the picture has come, so nothing moves when it does. */
function fitted({ width, height }: Attachment) {
  if (!width || !height) return { width: 220, height: 160 };
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  return { width: Math.max(48, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) };
}

function Picture({ attachment, onOpen }: { attachment: Attachment; onOpen: () => void }) {
  const { conversation } = useThreadActs();
  const file = useFile(conversation.id, `attachments/${attachment.id}/thumbnail/`);
  return (
    <button
      type="button"
      className="picture"
      style={{ maxWidth: '100%', aspectRatio: aspect(attachment), width: fitted(attachment).width }}
      aria-label={`Look at ${attachment.name}`}
      onClick={onOpen}
    >
      {file.failed && <IconPhotoOff size={28} aria-hidden />}
      {file.url && <img src={file.url} alt={attachment.name} />}
    </button>
  );
}

function aspect(attachment: Attachment): string {
  const { width, height } = fitted(attachment);
  return `${width} / ${height}`;
}

function SavedFile({ attachment }: { attachment: Attachment }) {
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      saveFile(await download(`attachments/${attachment.id}/`), attachment.name);
    } catch (problem) {
      tellFailure(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" className="file" disabled={busy} onClick={() => void save()}>
      <IconFile size={24} aria-hidden />
      <span>
        <span className="file-name">{attachment.name}</span>
        <span className="file-size">{busy ? 'Saving…' : sizeText(attachment.size)}</span>
      </span>
    </button>
  );
}
