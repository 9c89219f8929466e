import { CloseButton, Progress } from '@mantine/core';
import { sizeText } from '../../parts/sizeText';
import { type Upload } from './uploads';

/** The files that go with the message, and how far they are. */
export function UploadList({ uploads, onRemove }: { uploads: Upload[]; onRemove: (key: string) => void }) {
  if (uploads.length === 0) return null;
  return (
    <ul className="uploads" aria-label="Attachments">
      {uploads.map(({ key, name, size, progress, attachment, failure }) => (
        <li key={key} className="upload">
          <span className="file-name">{name}</span>
          <span
            className="file-size"
            role={failure ? 'alert' : undefined}
            data-failed={failure ? true : undefined}
          >
            {failure ?? sizeText(size)}
          </span>
          {!attachment && !failure && (
            <Progress value={progress * 100} size="xs" aria-label={`Uploading ${name}`} />
          )}
          <CloseButton size="sm" aria-label={`Remove ${name}`} onClick={() => onRemove(key)} />
        </li>
      ))}
    </ul>
  );
}
