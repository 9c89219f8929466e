import { call, forget, Problem, renew } from '../api/client';
import type { JournalEvent, Snapshot } from '../api/types';
import { backoff } from './backoff';
import { applyEvent, fromSnapshot, leavesGap, type ParleyState } from './state';

export type Link = 'connecting' | 'live' | 'waiting';

export interface LiveView {
  state: ParleyState | null;
  link: Link;
  failure: string | null;
}

type Listener = (event: JournalEvent) => void;

const WELCOME_MS = 10_000;
const FATAL: Record<number, string> = {
  4403: 'This account is disabled. Ask an administrator.',
  4409: 'You were signed out.',
};

/** Keeps the state equal to the server's: snapshot, then the journal, repaired at every heartbeat. */
export class LiveClient {
  private view: LiveView = { state: null, link: 'connecting', failure: null };
  private readonly watchers = new Set<() => void>();
  private readonly listeners = new Set<Listener>();
  private socket: WebSocket | null = null;
  private attempts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private pongDue = false;
  private stopped = false;
  private readonly device = crypto.randomUUID();

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

  start() {
    this.stopped = false;
    window.addEventListener('online', this.retryNow);
    document.addEventListener('visibilitychange', this.retryNow);
    void this.connect();
  }

  stop() {
    this.stopped = true;
    window.removeEventListener('online', this.retryNow);
    document.removeEventListener('visibilitychange', this.retryNow);
    clearTimeout(this.timer);
    clearInterval(this.heartbeat);
    this.socket?.close();
  }

  /** Changes the state by what a call answered, as the journal will soon. */
  apply(change: (state: ParleyState) => ParleyState) {
    if (this.view.state) this.show({ state: change(this.view.state) });
  }

  retryNow = () => {
    if (document.visibilityState === 'visible' && this.view.link === 'waiting') void this.connect();
  };

  private show(change: Partial<LiveView>) {
    this.view = { ...this.view, ...change };
    this.watchers.forEach((watcher) => watcher());
  }

  private async load() {
    const snapshot = await call<Snapshot>('GET', 'snapshot/');
    this.show({ state: fromSnapshot(snapshot), failure: null });
  }

  private async connect() {
    clearTimeout(this.timer);
    if (this.stopped) return;
    try {
      this.show({ link: 'connecting' });
      if (!this.view.state) await this.load();
      const { ticket } = await call<{ ticket: string }>('POST', 'ws-ticket/');
      if (!this.stopped) this.open(ticket);
    } catch (problem) {
      this.show({ failure: problem instanceof Problem ? problem.message : 'Something went wrong.' });
      this.later();
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
        this.show({ link: 'live', failure: null });
        this.beat(Number(frame.heartbeat));
        break;
      case 'event':
        this.take(frame as unknown as JournalEvent);
        break;
      case 'reset':
        void this.reload();
        break;
      case 'pong':
        this.pongDue = false;
        if (this.view.state && Number(frame.head) > this.view.state.seq) this.sync();
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
    this.show({ state: next });
    this.listeners.forEach((listener) => listener(event));
    if (next.stale) void this.reload();
  }

  private sync() {
    this.say({ action: 'sync', id: 'sync', since: this.view.state?.seq ?? 0 });
  }

  /** Loads the snapshot and has the stream start from it; what comes meanwhile is older than that start or follows it. */
  private async reload() {
    try {
      await this.load();
      this.hello();
    } catch {
      this.socket?.close();
    }
  }

  private beat(seconds: number) {
    clearInterval(this.heartbeat);
    this.pongDue = false;
    this.heartbeat = setInterval(() => {
      if (this.pongDue) {
        this.socket?.close();
        return;
      }
      this.pongDue = true;
      this.say({ action: 'ping', seq: this.view.state?.seq ?? 0 });
    }, seconds * 1000);
  }

  private closed(code: number) {
    clearInterval(this.heartbeat);
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
