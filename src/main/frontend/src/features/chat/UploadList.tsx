import { CloseButton, Progress } from '@mantine/core';
import type { Upload } from '../../live/uploads';
import { sizeText } from '../../parts/sizeText';

interface Props {
  uploads: Upload[];
  onRemove: (key: string) => void;
  onRetry: (key: string) => void;
}

/** The files that go with the message, and how far they are. */
export function UploadList({ uploads, onRemove, onRetry }: Props) {
  if (uploads.length === 0) return null;
  return (
    <ul className="uploads" aria-label="Attachments">
      {uploads.map((each) => {
        const { key, name, size, progress, attachment, failure, again, preview } = each;
        return (
          <li key={key} className="upload" data-picture={preview ? true : undefined}>
            {preview && <img src={preview} alt="" />}
            <span className="file-name" title={name}>
              {name}
            </span>
            <span
              className="file-size"
              role={failure ? 'alert' : undefined}
              data-failed={failure ? true : undefined}
            >
              {failure ?? sizeText(size)}
              {again && (
                <button type="button" className="link-button" onClick={() => onRetry(key)}>
                  Try again
                </button>
              )}
            </span>
            {!attachment && !failure && (
              <Progress value={progress * 100} size="xs" aria-label={`Uploading ${name}`} />
            )}
            <CloseButton size="sm" aria-label={`Remove ${name}`} onClick={() => onRemove(key)} />
          </li>
        );
      })}
    </ul>
  );
}
