import { call, forget, Problem, renew } from '../api/client';
import type { JournalEvent, Snapshot } from '../api/types';
import { Answers, type AnswerFrame } from './answers';
import { backoff } from './backoff';
import { Heartbeat } from './heartbeat';
import type { SignalFrame } from './signals';
import { soon } from './soon';
import { applyEvent, fromSnapshot, leavesGap, type ParleyState } from './state';

/** How a page stands to the server: being connected, live, between two attempts, or without a network. */
export type Link = 'connecting' | 'live' | 'waiting' | 'offline';

export interface LiveView {
  state: ParleyState | null;
  link: Link;
  failure: string | null;
}

type Listener = (event: JournalEvent) => void;
type SignalListener = (signal: SignalFrame) => void;

const WELCOME_MS = 10_000;
const FATAL: Record<number, string> = {
  4403: 'This account is disabled. Ask an administrator.',
  4409: 'You were signed out: this sign-in was ended, or the password was changed, on another device.',
};

/** Keeps the state equal to the server's: snapshot, then the journal, repaired at every heartbeat. */
export class LiveClient {
  private view: LiveView = { state: null, link: 'connecting', failure: null };
  private readonly watchers = new Set<() => void>();
  private readonly listeners = new Set<Listener>();
  private readonly signalListeners = new Set<SignalListener>();
  private readonly answers = new Answers();
  private socket: WebSocket | null = null;
  private attempts = 0;
  /** Counts attempts to connect, so that one that was overtaken opens nothing. */
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private syncing = false;
  private reloading = false;
  private stopped = false;
  private readonly device = crypto.randomUUID();
  private readonly tellSoon = soon(() => this.tellWatchers());
  private readonly heartbeat = new Heartbeat(
    () => this.say({ action: 'ping', seq: this.view.state?.seq ?? 0 }),
    () => this.dead(),
  );

  subscribe = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  current = () => this.view;

  /** Hears of every event once, when it is applied live. */
  onEvent(listener: Listener) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Hears of what is live and not kept. */
  onSignal(listener: SignalListener) {
    this.signalListeners.add(listener);
    return () => void this.signalListeners.delete(listener);
  }

  /** Asks over the live session; the answer is that of its ack. */
  ask<T>(frame: { action: string } & Record<string, unknown>): Promise<T> {
    const { id, answer } = this.answers.expect<T>();
    if (this.view.link === 'live') this.say({ ...frame, id });
    else this.answers.lose();
    return answer;
  }

  /** Says something that nobody answers, if there is a live session. */
  tell(frame: { action: string } & Record<string, unknown>) {
    if (this.view.link === 'live') this.say(frame);
  }

  start() {
    this.stopped = false;
    window.addEventListener('online', this.retryNow);
    window.addEventListener('offline', this.lost);
    document.addEventListener('visibilitychange', this.lookedAt);
    void this.connect();
  }

  stop() {
    this.stopped = true;
    this.turn++;
    window.removeEventListener('online', this.retryNow);
    window.removeEventListener('offline', this.lost);
    document.removeEventListener('visibilitychange', this.lookedAt);
    clearTimeout(this.timer);
    this.quieten();
    this.socket?.close();
  }

  /** Changes the state by what a call answered, as the journal will soon. */
  apply(change: (state: ParleyState) => ParleyState) {
    if (this.view.state) this.show({ state: change(this.view.state) });
  }

  /** Connects now instead of after the wait. */
  retryNow = () => {
    if (this.view.link === 'waiting' || this.view.link === 'offline') void this.connect();
  };

  /** A page that comes back from the background may have slept through the end of its socket. */
  private lookedAt = () => {
    if (document.visibilityState !== 'visible') return;
    if (this.view.link === 'live') this.heartbeat.ping();
    else this.retryNow();
  };

  /** The browser has no network: nothing will arrive, so the socket is given up at once. */
  private lost = () => {
    const socket = this.socket;
    this.turn++;
    this.socket = null;
    socket?.close();
    this.quieten();
    clearTimeout(this.timer);
    this.show({ link: 'offline' });
  };

  private show(change: Partial<LiveView>) {
    this.view = { ...this.view, ...change };
    this.tellWatchers();
  }

  private tellWatchers() {
    this.watchers.forEach((watcher) => watcher());
  }

  private async load() {
    const snapshot = await call<Snapshot>('GET', 'snapshot/');
    this.show({ state: fromSnapshot(snapshot), failure: null });
  }

  private async connect() {
    clearTimeout(this.timer);
    if (this.stopped) return;
    const turn = ++this.turn;
    try {
      this.show({ link: 'connecting' });
      if (!this.view.state) await this.load();
      const { ticket } = await call<{ ticket: string }>('POST', 'ws-ticket/');
      if (turn === this.turn) this.open(ticket);
    } catch (problem) {
      this.show({ failure: problem instanceof Problem ? problem.message : 'Something went wrong.' });
      if (turn === this.turn) this.later();
    }
  }

  private open(ticket: string) {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(
      `${scheme}://${location.host}/ws/chat/?ticket=${encodeURIComponent(ticket)}`,
    );
    this.socket = socket;
    const tooLate = setTimeout(() => socket.close(), WELCOME_MS);
    socket.onopen = () => this.hello();
    socket.onmessage = ({ data }) => {
      if (this.socket !== socket) return;
      clearTimeout(tooLate);
      this.receive(JSON.parse(data as string) as { type: string } & Record<string, unknown>);
    };
    socket.onclose = ({ code }) => {
      clearTimeout(tooLate);
      if (this.socket === socket) this.closed(code);
    };
  }

  private say(frame: object) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  private hello() {
    const { state } = this.view;
    this.say({ action: 'hello', id: 'hello', device: this.device, epoch: state?.epoch, since: state?.seq });
  }

  private receive(frame: { type: string } & Record<string, unknown>) {
    switch (frame.type) {
      case 'welcome':
        this.attempts = 0;
        // First, for it forgets what was asked before; being live, what waits is asked at once.
        this.beat(Number(frame.heartbeat));
        this.show({ link: 'live', failure: null });
        break;
      case 'event':
        this.take(frame as unknown as JournalEvent);
        break;
      case 'reset':
        void this.reload();
        break;
      case 'ack':
        if (frame.id === 'sync') this.syncing = false;
        this.answers.acked(frame as AnswerFrame);
        break;
      case 'error':
        if (frame.id === 'sync') this.syncing = false;
        this.answers.refused(frame as AnswerFrame);
        break;
      case 'signal':
        this.signalListeners.forEach((listener) => listener(frame as unknown as SignalFrame));
        break;
      case 'pong':
        this.heartbeat.answered();
        this.compare(Number(frame.head));
        break;
    }
  }

  private take(event: JournalEvent) {
    const { state } = this.view;
    if (!state || event.seq <= state.seq) return;
    if (leavesGap(state, event)) {
      this.sync();
      return;
    }
    const next = applyEvent(state, event);
    // What an act says to somebody comes as several events; the page is drawn once for all of them.
    this.view = { ...this.view, state: next };
    this.tellSoon();
    this.listeners.forEach((listener) => listener(event));
    if (next.stale) void this.reload();
  }

  /** The server's head against ours: behind it, what is missing is asked for; ahead of it, the server was restored. */
  private compare(head: number) {
    const seq = this.view.state?.seq ?? 0;
    if (head > seq) this.sync();
    else if (head < seq) void this.reload();
  }

  private sync() {
    if (this.syncing) return;
    this.syncing = true;
    this.say({ action: 'sync', id: 'sync', since: this.view.state?.seq ?? 0 });
  }

  /** Loads the snapshot and has the stream start from it; what comes meanwhile is older than that start or follows it. */
  private async reload() {
    // Every event is stale until the snapshot has come; one answers for all of them.
    if (this.reloading) return;
    this.reloading = true;
    try {
      await this.load();
      this.hello();
    } catch {
      this.socket?.close();
    } finally {
      this.reloading = false;
    }
  }

  private beat(seconds: number) {
    this.quieten();
    this.heartbeat.start(seconds);
  }

  /** No answer: a close handshake would not be answered either, so the socket is left behind. */
  private dead() {
    const socket = this.socket;
    this.closed(1006);
    socket?.close();
  }

  private quieten() {
    this.heartbeat.stop();
    this.syncing = false;
    this.answers.lose();
  }

  private closed(code: number) {
    this.quieten();
    this.socket = null;
    const fatal = FATAL[code];
    if (fatal && !this.stopped) {
      this.stop();
      forget(fatal);
      return;
    }
    if (code === 4401) void renew().catch(() => undefined);
    this.later();
  }

  private later() {
    if (this.stopped) return;
    this.show({ link: 'waiting' });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), backoff(this.attempts++));
  }
}
