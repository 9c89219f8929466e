import type { Conversation } from '../api/chat';
import { call, Problem } from '../api/client';
import { applyAnswer, type ChatState } from './chatState';

const AGAIN_MS = 5_000;

/** Asks for conversations again whose state here is no longer the server's. */
export class Inquiries {
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly settling = new Set<string>();

  constructor(private readonly apply: (change: (chat: ChatState) => ChatState) => void) {}

  /** About each of these, unless an inquiry is under way or one has just failed. */
  about(conversations: string[]) {
    for (const id of conversations) {
      if (this.settling.has(id) || this.underWay.has(id)) continue;
      const asked = this.once(id).catch(() => this.settle(id));
      this.underWay.set(id, asked);
      void asked.then(() => this.underWay.delete(id));
    }
  }

  /** What the server says of it now; one that is not there for me goes from the state. */
  async once(id: string) {
    try {
      const told = await call<Conversation>('GET', `conversations/${id}/`);
      this.apply((chat) => applyAnswer(chat, id, told));
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 404) throw problem;
      this.apply((chat) => applyAnswer(chat, id, null));
    }
  }

  /** Leaves a group. Nothing is asked about it meanwhile: who has left would be told that there is none. */
  async leave(id: string, me: string) {
    this.settling.add(id);
    try {
      await this.underWay.get(id);
      await call('DELETE', `conversations/${id}/members/${encodeURIComponent(me)}/`);
      this.apply((chat) => applyAnswer(chat, id, null));
    } finally {
      this.settling.delete(id);
    }
  }

  /** Asked again with a later change of the state, but not in a loop. */
  private settle(id: string) {
    this.settling.add(id);
    setTimeout(() => this.settling.delete(id), AGAIN_MS);
  }
}
