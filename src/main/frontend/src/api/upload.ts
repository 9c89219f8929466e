import type { Attachment } from './chat';
import { authorized, authorizedAnew, Problem, type ProblemDocument } from './client';

/** A large file on a slow line takes its time. */
const TIMEOUT_MS = 10 * 60_000;
const GIVEN_UP = { code: 'aborted', detail: 'Given up.' };
const OFFLINE = { code: 'offline', detail: 'The server cannot be reached. Try again.' };

type OnProgress = (progress: number) => void;

/** Uploads a file, telling how far it is; the signal gives it up. */
export async function upload(file: File, onProgress: OnProgress, signal: AbortSignal): Promise<Attachment> {
  try {
    return await uploadBy(await authorized(), file, onProgress, signal);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
    return uploadBy(await authorizedAnew(), file, onProgress, signal);
  }
}

function uploadBy(
  token: string,
  file: File,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Attachment> {
  if (signal.aborted) return Promise.reject(new Problem(0, GIVEN_UP));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file);
    request.open('POST', '/chat/api/attachments/');
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.timeout = TIMEOUT_MS;
    request.onerror = request.ontimeout = () => reject(new Problem(0, OFFLINE));
    request.onabort = () => reject(new Problem(0, GIVEN_UP));
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Attachment);
      else {
        const retry = request.getResponseHeader('Retry-After');
        reject(new Problem(request.status, problemIn(request.responseText), retry ? Number(retry) : null));
      }
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
