import type { Person } from '../api/types';
import { call } from '../api/client';
import type { LiveClient } from './client';
import { applySignal, expired, noSignals, stoppedTyping, type Signals } from './signals';

const SWEEP_MS = 1_000;
const TYPING_AGAIN_MS = 3_000;

/** Shows the live signals of others and gives my own. */
export class SignalBoard {
  private signals: Signals = noSignals;
  private readonly watchers = new Set<() => void>();
  private readonly lastTyped = new Map<string, number>();
  private link = 'connecting';
  private welcomed = 0;
  private away = false;

  constructor(private readonly live: LiveClient) {}

  start(): () => void {
    const stops = [
      this.live.onSignal((signal) => this.change(applySignal(this.signals, signal, Date.now()))),
      this.live.subscribe(this.lookAtLink),
    ];
    const sweep = setInterval(() => this.change(expired(this.signals, Date.now())), SWEEP_MS);
    this.lookAtLink();
    return () => {
      clearInterval(sweep);
      stops.forEach((stop) => stop());
    };
  }

  subscribe = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  current = () => this.signals;

  arrived(conversation: string, username: string) {
    this.change(stoppedTyping(this.signals, conversation, username));
  }

  /** Says that I am typing, now and then while I do. */
  type(conversation: string) {
    const now = Date.now();
    if (now - (this.lastTyped.get(conversation) ?? 0) < TYPING_AGAIN_MS) return;
    this.lastTyped.set(conversation, now);
    this.live.tell({ action: 'typing', conversation });
  }

  /** What I sent ends my typing, so that the next letter tells at once. */
  typed(conversation: string) {
    this.lastTyped.delete(conversation);
  }

  tellPresence(state: 'online' | 'away') {
    this.away = state === 'away';
    this.live.tell({ action: 'presence', state });
  }

  private change(signals: Signals) {
    if (signals === this.signals) return;
    this.signals = signals;
    this.watchers.forEach((watcher) => watcher());
  }

  /** Signals are not replayed: after a break, who is here must be asked for. */
  private lookAtLink = () => {
    const { link } = this.live.current();
    if (link === this.link) return;
    this.link = link;
    if (link !== 'live') return;
    // A new live session begins with somebody who is here.
    if (this.away) this.tellPresence('away');
    if (this.welcomed++ > 0) void this.askWhoIsHere().catch(() => undefined);
  };

  private async askWhoIsHere() {
    const lists = await call<{ mutual_connections: Person[] }>('GET', 'users/?limit=1');
    const told = lists.mutual_connections.flatMap((person) =>
      person.presence ? [[person.username, person.presence] as const] : [],
    );
    this.change({ ...this.signals, presence: Object.fromEntries(told) });
  }
}
