import { afterEach, expect, it, vi } from 'vitest';
import { LiveClient } from './client';

const asked: string[] = [];

vi.mock('../api/client', async (original) => ({
  ...(await original<object>()),
  call: (_method: string, path: string) => {
    asked.push(path);
    return Promise.resolve(
      path === 'snapshot/'
        ? { epoch: 'e', as_of_seq: 7, connections: [], conversations: [], notifications: [] }
        : { ticket: 't' },
    );
  },
}));

interface Frame extends Record<string, unknown> {
  action: string;
  id?: string;
}

/** The server's end of a live session. */
class Session {
  static readonly OPEN = 1;
  static opened: Session[] = [];
  readonly readyState = Session.OPEN;
  readonly said: Frame[] = [];
  onopen: () => void = () => undefined;
  onmessage: (message: { data: string }) => void = () => undefined;
  onclose: (close: { code: number }) => void = () => undefined;

  constructor() {
    Session.opened.push(this);
  }

  send(text: string) {
    this.said.push(JSON.parse(text) as Frame);
  }

  tells(frame: object) {
    this.onmessage({ data: JSON.stringify(frame) });
  }

  close() {
    this.onclose({ code: 1000 });
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  Session.opened = [];
  asked.length = 0;
});

it('gets the answer to what is asked in the moment of becoming live', async () => {
  vi.stubGlobal('WebSocket', Session);
  const live = new LiveClient();
  let answer: Promise<unknown> | undefined;
  live.subscribe(() => {
    if (live.current().link === 'live') answer ??= live.ask({ action: 'send_message' });
  });
  live.start();
  await vi.waitFor(() => expect(Session.opened).toHaveLength(1));
  const [session] = Session.opened;
  session?.onopen();
  session?.tells({ type: 'welcome', heartbeat: 25 });
  expect(session?.said.map(({ action }) => action)).toEqual(['hello', 'send_message']);
  session?.tells({ type: 'ack', id: session.said[1]?.id, data: 'kept' });
  await expect(answer).resolves.toBe('kept');
  live.stop();
});

it('loads one snapshot, however many events come that need one', async () => {
  vi.stubGlobal('WebSocket', Session);
  const live = new LiveClient();
  live.start();
  await vi.waitFor(() => expect(Session.opened).toHaveLength(1));
  const [session] = Session.opened;
  session?.onopen();
  session?.tells({ type: 'welcome', heartbeat: 25 });
  for (let seq = 8; seq <= 20; seq++) {
    session?.tells({ type: 'event', seq, event: 'connection.removed', at: '', data: null });
  }
  await vi.waitFor(() => expect(session?.said.map(({ action }) => action)).toEqual(['hello', 'hello']));
  expect(asked.filter((path) => path === 'snapshot/')).toHaveLength(2);
  live.stop();
});
