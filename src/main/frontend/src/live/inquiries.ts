import type { Conversation } from '../api/chat';
import { Problem } from '../api/client';
import { applyAnswer, type ChatState } from './chatState';
import type { ConversationCalls } from './conversationCalls';

const AGAIN_MS = 5_000;

/** Asks for conversations again whose state here is no longer the server's. */
export class Inquiries {
  private readonly underWay = new Set<string>();
  private readonly settling = new Set<string>();

  constructor(
    private readonly calls: ConversationCalls,
    private readonly apply: (change: (chat: ChatState) => ChatState) => void,
  ) {}

  /** About each of these, unless an inquiry is under way or one has just failed. */
  about(conversations: string[]) {
    for (const id of conversations) {
      if (this.settling.has(id) || this.underWay.has(id)) continue;
      this.underWay.add(id);
      void this.once(id)
        .catch(() => this.settle(id))
        .then(() => this.underWay.delete(id));
    }
  }

  /** What the server says of it now; one that is not there for me goes from the state. */
  async once(id: string) {
    if (this.calls.isClosed(id)) return;
    try {
      const told = await this.calls.call<Conversation>(id, 'GET');
      this.apply((chat) => applyAnswer(chat, id, told));
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 404) throw problem;
      this.apply((chat) => applyAnswer(chat, id, null));
    }
  }

  /** Asked again with a later change of the state, but not in a loop. */
  private settle(id: string) {
    this.settling.add(id);
    setTimeout(() => this.settling.delete(id), AGAIN_MS);
  }
}
