import type { Message } from '../api/chat';
import { Problem } from '../api/client';
import { backoff } from './backoff';
import { due, queued, refused, retried, settled, without, type Outbox, type Outgoing } from './outboxState';
import type { OutboxStore } from './outboxStore';

/** Carries one message to the server, however it gets there. */
export type Carrier = (outgoing: Outgoing) => Promise<Message>;

const PASSING = new Set([0, 401, 408, 429]);

/**
 * Sends what is in the outbox: one message at a time in each conversation, in their order, each with the
 * client_id it was written with, again and again until the server has it or refuses it.
 */
export class Sender {
  private outbox: Outbox = [];
  private readonly sending = new Set<string>();
  private readonly watchers = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private stopWatching: () => void = () => undefined;

  constructor(
    private readonly store: OutboxStore,
    private readonly carry: Carrier,
    private readonly onSent: (message: Message) => void,
  ) {}

  start() {
    this.change(this.store.load().reduce(queued, this.outbox));
    this.stopWatching = this.store.onRemoved((clientId) => this.change(without(this.outbox, clientId)));
    this.flush();
  }

  stop() {
    clearTimeout(this.timer);
    this.stopWatching();
  }

  subscribe = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  current = () => this.outbox;

  /** Takes a message into the outbox; false when it would not survive a reload. */
  send(outgoing: Outgoing): boolean {
    const kept = this.store.save(outgoing);
    this.change(queued(this.outbox, outgoing));
    this.flush();
    return kept;
  }

  retry(clientId: string) {
    this.change(retried(this.outbox, clientId));
    const outgoing = this.outbox.find((each) => each.client_id === clientId);
    if (outgoing) this.store.save(outgoing);
    this.flush();
  }

  discard(clientId: string) {
    this.store.remove(clientId);
    this.change(without(this.outbox, clientId));
  }

  /** A message that has come over the journal may be one of these. */
  heard(me: string, message: Message) {
    const rest = settled(this.outbox, me, message);
    if (rest === this.outbox) return;
    this.store.remove(message.client_id);
    this.change(rest);
  }

  /** Sends at once what waits, for instance because the server can be reached again. */
  flush = () => {
    clearTimeout(this.timer);
    for (const outgoing of due(this.outbox, this.sending)) void this.attempt(outgoing);
  };

  private async attempt(outgoing: Outgoing) {
    this.sending.add(outgoing.conversation);
    try {
      const message = await this.carry(outgoing);
      this.failures = 0;
      this.onSent(message);
      this.discard(outgoing.client_id);
      this.sending.delete(outgoing.conversation);
      this.flush();
    } catch (problem) {
      this.sending.delete(outgoing.conversation);
      this.failed(outgoing, problem);
    }
  }

  private failed(outgoing: Outgoing, problem: unknown) {
    if (!(problem instanceof Problem) || PASSING.has(problem.status) || problem.status >= 500) {
      const wait = problem instanceof Problem && problem.retryAfter ? problem.retryAfter * 1000 : 0;
      clearTimeout(this.timer);
      this.timer = setTimeout(this.flush, Math.max(wait, backoff(this.failures++)));
      return;
    }
    this.change(refused(this.outbox, outgoing.client_id, { code: problem.code, message: problem.message }));
    const kept = this.outbox.find((each) => each.client_id === outgoing.client_id);
    if (kept) this.store.save(kept);
    this.flush();
  }

  private change(outbox: Outbox) {
    if (outbox === this.outbox) return;
    this.outbox = outbox;
    this.watchers.forEach((watcher) => watcher());
  }
}
