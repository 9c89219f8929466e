import type { Draft } from '../api/chat';
import { Problem } from '../api/client';
import { backoff } from './backoff';
import type { ConversationCalls } from './conversationCalls';

/** What the server does not have yet of one conversation. */
interface Unsaved {
  draft: Draft;
  failures: number;
  /** Set while it waits to be tried again. */
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Keeps drafts until the server has them. Those of one conversation are saved one after the other, so that the last one
 * stands; what cannot be saved now is tried again later, whether or not its conversation is looked at.
 */
export class Drafts {
  private readonly waiting = new Map<string, Unsaved>();
  private stopped = false;

  constructor(
    private readonly calls: ConversationCalls,
    private readonly onSaved: (conversation: string, draft: Draft) => void,
  ) {}

  unsaved(conversation: string): Draft | undefined {
    return this.waiting.get(conversation)?.draft;
  }

  save(conversation: string, draft: Draft) {
    if (this.stopped) return;
    const known = this.waiting.get(conversation);
    if (known) {
      known.draft = draft;
      return;
    }
    const unsaved = { draft, failures: 0, timer: undefined };
    this.waiting.set(conversation, unsaved);
    void this.attempt(conversation, unsaved);
  }

  /** Tries at once what waits to be tried again, for instance because the server can be reached again. */
  flush = () => {
    for (const [conversation, unsaved] of this.waiting) {
      if (unsaved.timer !== undefined) void this.attempt(conversation, unsaved);
    }
  };

  /** Drops everything: the next person on this page is somebody else. */
  stop() {
    this.stopped = true;
    this.waiting.forEach(({ timer }) => clearTimeout(timer));
    this.waiting.clear();
  }

  private async attempt(conversation: string, unsaved: Unsaved) {
    clearTimeout(unsaved.timer);
    unsaved.timer = undefined;
    const { draft } = unsaved;
    try {
      await this.put(conversation, draft);
    } catch (problem) {
      this.failed(conversation, unsaved, problem);
      return;
    }
    if (this.stopped) return;
    this.onSaved(conversation, draft);
    unsaved.failures = 0;
    if (unsaved.draft === draft) this.waiting.delete(conversation);
    else void this.attempt(conversation, unsaved);
  }

  private failed(conversation: string, unsaved: Unsaved, problem: unknown) {
    if (this.stopped) return;
    if (isGone(problem)) {
      this.waiting.delete(conversation);
      return;
    }
    const asked = problem instanceof Problem ? (problem.retryAfter ?? 0) * 1000 : 0;
    const wait = Math.max(asked, backoff(unsaved.failures++));
    unsaved.timer = setTimeout(() => void this.attempt(conversation, unsaved), wait);
  }

  private async put(conversation: string, draft: Draft) {
    // It may be the last thing that is done before the page is left.
    const manner = { keepalive: true };
    if (draft.body || draft.reply_to) await this.calls.call(conversation, 'PUT', 'draft/', draft, manner);
    else await this.calls.call(conversation, 'DELETE', 'draft/', undefined, manner);
  }
}

/** Whether the conversation is not there any more for who wrote in it. */
const isGone = (problem: unknown) => problem instanceof Problem && problem.status === 404;
