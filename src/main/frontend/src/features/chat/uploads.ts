import type { Attachment } from '../../api/chat';
import { authorized, Problem, type ProblemDocument } from '../../api/client';

/** A file on its way to the server. */
export interface Upload {
  key: string;
  name: string;
  size: number;
  /** From 0 to 1. */
  progress: number;
  attachment: Attachment | null;
  failure: string | null;
  /** What to send again after a failure that may pass; null when it would be refused again. */
  again: File | null;
  /** A picture's own address in this browser. */
  preview: string | null;
}

/** Uploads a file, telling how far it is; the signal gives it up. */
export async function upload(
  file: File,
  onProgress: (progress: number) => void,
  signal: AbortSignal,
): Promise<Attachment> {
  const token = await authorized();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file);
    request.open('POST', '/chat/api/attachments/');
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () =>
      reject(new Problem(0, { code: 'offline', detail: 'The server cannot be reached. Try again.' }));
    request.onabort = () => reject(new Problem(0, { code: 'aborted', detail: 'Given up.' }));
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Attachment);
      else reject(new Problem(request.status, problemIn(request.responseText)));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function problemIn(text: string): ProblemDocument {
  try {
    return JSON.parse(text) as ProblemDocument;
  } catch {
    return { detail: 'The file could not be taken. Try again.' };
  }
}

/** Whether it can be looked at here; a picture without a size has no small one to show. */
export const isPicture = (attachment: Attachment) =>
  attachment.media_type.startsWith('image/') && attachment.width !== null;

/** The largest file that may be attached, in bytes; null where this server takes none. */
export function attachmentLimit(limits: Record<string, number>): number | null {
  const name = Object.keys(limits).find((key) => /^attachment.*(bytes|size)$/.test(key));
  return name ? (limits[name] ?? null) : null;
}
