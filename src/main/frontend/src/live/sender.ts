import type { Attachment, Message } from '../api/chat';
import { Problem } from '../api/client';
import { backoff } from './backoff';
import {
  arrived,
  due,
  queued,
  refused,
  retried,
  settled,
  without,
  withoutComing,
  type Outbox,
  type Outgoing,
} from './outboxState';
import type { OutboxStore } from './outboxStore';
import { passes } from './passing';

/** Carries one message to the server, however it gets there. */
export type Carrier = (outgoing: Outgoing) => Promise<Message>;

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
  /** The server has asked for rest until then, whatever else there is to send. */
  private restUntil = 0;
  private stopped = true;
  private stopWatching: () => void = () => undefined;

  constructor(
    private readonly store: OutboxStore,
    private readonly carry: Carrier,
    private readonly onSent: (message: Message) => void,
  ) {}

  start() {
    this.stopped = false;
    this.change(this.store.load().reduce(queued, this.outbox));
    this.stopWatching = this.store.onRemoved((clientId) => this.change(without(this.outbox, clientId)));
    this.flush();
  }

  /** Sends nothing more: whoever signs in next on this page is somebody else. */
  stop() {
    this.stopped = true;
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
    this.alter(clientId, retried(this.outbox, clientId));
    this.flush();
  }

  /** Sends a message without those of its files that have not arrived. */
  retryWithoutComing(clientId: string) {
    this.change(withoutComing(this.outbox, clientId));
    this.retry(clientId);
  }

  /** A file of a message is at the server, which a reload must not forget. */
  arrived(clientId: string, key: string, attachment: Attachment) {
    this.alter(clientId, arrived(this.outbox, clientId, key, attachment));
  }

  /** A message as it is now; another tab may have brought it further. */
  latest(clientId: string): Outgoing | undefined {
    return this.store.find(clientId) ?? this.outbox.find((each) => each.client_id === clientId);
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
    if (this.stopped) return;
    const rest = this.restUntil - Date.now();
    if (rest > 0) {
      this.timer = setTimeout(this.flush, rest);
      return;
    }
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
    if (this.stopped) return;
    if (!(problem instanceof Problem) || passes(problem)) {
      const wait = problem instanceof Problem && problem.retryAfter ? problem.retryAfter * 1000 : 0;
      if (wait > 0) this.restUntil = Date.now() + wait;
      clearTimeout(this.timer);
      this.timer = setTimeout(this.flush, Math.max(wait, backoff(this.failures++)));
      return;
    }
    const { client_id } = outgoing;
    const { code, message } = problem;
    this.alter(client_id, refused(this.outbox, client_id, { code, message }));
    this.flush();
  }

  /** Changes one message, also where it is kept. */
  private alter(clientId: string, outbox: Outbox) {
    this.change(outbox);
    const outgoing = this.outbox.find((each) => each.client_id === clientId);
    if (outgoing) this.store.update(outgoing);
  }

  private change(outbox: Outbox) {
    if (outbox === this.outbox) return;
    this.outbox = outbox;
    this.watchers.forEach((watcher) => watcher());
  }
}
