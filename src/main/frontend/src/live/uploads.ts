import type { Attachment } from '../api/chat';
import { Problem } from '../api/client';
import { upload } from '../api/upload';
import { sizeText } from '../parts/sizeText';
import { messageOf } from '../parts/useAct';
import type { Coming } from './outboxState';
import { passes } from './passing';

/** A file that was chosen for the message that is being written. */
export interface Upload {
  key: string;
  name: string;
  size: number;
  /** From 0 to 1. */
  progress: number;
  attachment: Attachment | null;
  failure: string | null;
  /** Whether the failure is one of the moment, so that it may be tried again. */
  again: boolean;
  /** A picture's own address in this browser. */
  preview: string | null;
}

export interface Allowed {
  /** The largest file, in bytes; none or 0: any. */
  largest: number | null;
  /** How many go with one message. */
  most: number;
}

interface Job {
  file: File;
  controller: AbortController;
  result: Promise<Attachment>;
  failed: boolean;
}

const none: Upload[] = [];

/**
 * The files that are attached, by conversation. They belong to what is being written there until it is sent;
 * what has not arrived by then goes on, and the message waits for it in the outbox.
 */
export class Uploads {
  private readonly chosen = new Map<string, Upload[]>();
  private readonly jobs = new Map<string, Job>();
  private readonly watchers = new Set<() => void>();

  constructor(private readonly carry: typeof upload = upload) {}

  subscribe = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  /** What goes with the message that is being written. */
  current = (conversation: string): Upload[] => this.chosen.get(conversation) ?? none;

  add(conversation: string, files: File[], { largest, most }: Allowed) {
    for (const file of files) {
      const key = crypto.randomUUID();
      const tooLarge = largest !== null && largest > 0 && file.size > largest;
      const tooMany = this.current(conversation).length >= most;
      const failure = tooLarge
        ? `Larger than ${sizeText(largest)}`
        : tooMany
          ? `A message has at most ${most} files`
          : null;
      const { name, size } = file;
      const begun = { key, name, size, progress: 0, attachment: null, failure, again: false };
      this.show(conversation, [...this.current(conversation), { ...begun, preview: previewOf(file) }]);
      if (failure === null) void this.follow(conversation, key, this.begin(key, file));
    }
  }

  retry(conversation: string, key: string) {
    const job = this.jobs.get(key);
    if (!job?.failed) return;
    this.set(conversation, key, { progress: 0, failure: null, again: false });
    void this.follow(conversation, key, this.begin(key, job.file));
  }

  remove(conversation: string, key: string) {
    this.letGo(key);
    forgetPreviews(this.current(conversation).filter((each) => each.key === key));
    this.show(
      conversation,
      this.current(conversation).filter((each) => each.key !== key),
    );
  }

  /** Takes what was chosen for a message that is sent now. */
  take(conversation: string): (Attachment | Coming)[] {
    const taken = this.current(conversation);
    forgetPreviews(taken);
    this.show(conversation, none);
    for (const { key, attachment } of taken) if (attachment) this.jobs.delete(key);
    return taken.map(({ key, name, attachment }) => attachment ?? { coming: key, name });
  }

  /** A file that was taken, once it is there; one that has failed is tried again. */
  arrival(key: string): Promise<Attachment> {
    const job = this.jobs.get(key);
    if (!job) {
      const detail = 'The page was closed before it was uploaded.';
      return Promise.reject(new Problem(410, { code: 'file_gone', detail }));
    }
    return job.failed ? this.begin(key, job.file) : job.result;
  }

  /** Nobody waits for it any more. */
  letGo(key: string) {
    this.jobs.get(key)?.controller.abort();
    this.jobs.delete(key);
  }

  stop() {
    for (const key of [...this.jobs.keys()]) this.letGo(key);
    for (const uploads of this.chosen.values()) forgetPreviews(uploads);
    this.chosen.clear();
  }

  private begin(key: string, file: File): Promise<Attachment> {
    const controller = new AbortController();
    const onProgress = (progress: number) => this.progressed(key, progress);
    const result = this.carry(file, onProgress, controller.signal);
    const job: Job = { file, controller, result, failed: false };
    this.jobs.set(key, job);
    result.catch(() => (job.failed = true));
    return result;
  }

  private async follow(conversation: string, key: string, result: Promise<Attachment>) {
    try {
      this.set(conversation, key, { attachment: await result, progress: 1 });
    } catch (problem) {
      this.set(conversation, key, { failure: messageOf(problem), again: passes(problem) });
    }
  }

  private progressed(key: string, progress: number) {
    for (const [conversation, uploads] of this.chosen) {
      if (uploads.some((each) => each.key === key)) this.set(conversation, key, { progress });
    }
  }

  private set(conversation: string, key: string, part: Partial<Upload>) {
    const uploads = this.current(conversation);
    if (!uploads.some((each) => each.key === key)) return;
    this.show(
      conversation,
      uploads.map((each) => (each.key === key ? { ...each, ...part } : each)),
    );
  }

  private show(conversation: string, uploads: Upload[]) {
    if (uploads.length > 0) this.chosen.set(conversation, uploads);
    else this.chosen.delete(conversation);
    this.watchers.forEach((watcher) => watcher());
  }
}

const previewOf = (file: File) => (file.type.startsWith('image/') ? URL.createObjectURL(file) : null);

function forgetPreviews(uploads: Upload[]) {
  for (const each of uploads) if (each.preview) URL.revokeObjectURL(each.preview);
}
