import type { Draft } from '../api/chat';
import { Problem } from '../api/client';
import type { ConversationCalls } from './conversationCalls';

/** Keeps drafts on the server, those of one conversation one after the other, so that the last one stands. */
export class Drafts {
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(private readonly calls: ConversationCalls) {}

  save(conversation: string, draft: Draft): Promise<void> {
    const before = this.underWay.get(conversation);
    const saving = before ? before.then(() => this.put(conversation, draft)) : this.put(conversation, draft);
    const ended = saving
      .catch(() => undefined)
      .then(() => {
        if (this.underWay.get(conversation) === ended) this.underWay.delete(conversation);
      });
    this.underWay.set(conversation, ended);
    return saving;
  }

  private async put(conversation: string, draft: Draft) {
    // It may be the last thing that is done before the page is left.
    const manner = { keepalive: true };
    if (draft.body || draft.reply_to) await this.calls.call(conversation, 'PUT', 'draft/', draft, manner);
    else await this.calls.call(conversation, 'DELETE', 'draft/', undefined, manner).catch(unlessGone);
  }
}

function unlessGone(problem: unknown) {
  if (!(problem instanceof Problem) || problem.status !== 404) throw problem;
}
