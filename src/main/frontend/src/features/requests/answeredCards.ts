import type { Connection } from '../../api/types';
import type { ParleyState } from '../../live/state';
import type { Answer } from '../people/useRelation';

/** A request that was answered here and whose card stays in its place for a moment. */
export interface AnsweredCard {
  /** As it stood when it was answered: by this its place is found. */
  connection: Connection;
  answer: Answer;
  /** `undoable`: not sent yet; `sending`: on its way; `done`: the server has it. */
  phase: 'undoable' | 'sending' | 'done';
}

/** Sends an answer; resolves to whether it came about. `leaving`: although the page is being left. */
export type SendAnswer = (connection: Connection, answer: Answer, leaving: boolean) => Promise<boolean>;

/** How long an answered card stays before it folds. */
export const STAYS_MS = 6_000;
const CAN_BE_UNDONE = new Set<Answer>(['reject', 'withdraw']);

/**
 * Keeps the cards of answered requests in their place. A rejection and a withdrawal go out when their undo has
 * passed, or when the list is left; an acceptance goes out at once and its card folds later.
 */
export class AnsweredCards {
  private cards: AnsweredCard[] = [];
  private timers = new Map<string, ReturnType<typeof setTimeout>>();
  private watchers = new Set<() => void>();

  constructor(private send: SendAnswer) {}

  subscribe = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  current = () => this.cards;

  /** Takes an answer; one to a card that has been answered already is none. */
  answer(connection: Connection, answer: Answer) {
    if (this.find(connection.id)) return;
    const undoable = CAN_BE_UNDONE.has(answer);
    this.set([...this.cards, { connection, answer, phase: undoable ? 'undoable' : 'sending' }]);
    if (undoable) this.later(connection.id, () => void this.sendNow(connection.id));
    else void this.sendNow(connection.id);
  }

  /** Takes back an answer that has not been sent. */
  undo(id: string) {
    if (this.find(id)?.phase === 'undoable') this.fold(id);
  }

  /** Sends what could still be taken back: the list is left. */
  flush() {
    for (const { connection, phase } of this.cards) {
      if (phase === 'undoable') void this.sendNow(connection.id, true);
    }
  }

  private async sendNow(id: string, leaving = false) {
    const card = this.find(id);
    if (!card) return;
    clearTimeout(this.timers.get(id));
    const stays = card.phase === 'sending';
    this.phase(id, 'sending');
    const done = await this.send(card.connection, card.answer, leaving);
    if (!done || !stays) {
      this.fold(id);
      return;
    }
    this.phase(id, 'done');
    this.later(id, () => this.fold(id));
  }

  private find(id: string) {
    return this.cards.find(({ connection }) => connection.id === id);
  }

  private phase(id: string, phase: AnsweredCard['phase']) {
    this.set(this.cards.map((card) => (card.connection.id === id ? { ...card, phase } : card)));
  }

  private fold(id: string) {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    this.set(this.cards.filter(({ connection }) => connection.id !== id));
  }

  private later(id: string, act: () => void) {
    this.timers.set(id, setTimeout(act, STAYS_MS));
  }

  private set(cards: AnsweredCard[]) {
    this.cards = cards;
    this.watchers.forEach((watcher) => watcher());
  }
}

/** The state with answered requests as they stood, so that each is found in its list and at its place. */
export function withAnswered(state: ParleyState, answered: AnsweredCard[]): ParleyState {
  const kept = answered.map(({ connection }) => [connection.id, connection] as const);
  return { ...state, connections: { ...state.connections, ...Object.fromEntries(kept) } };
}
