import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../api/chat';
import { Problem } from '../api/client';
import { message, outgoing } from './chatFixtures';
import { due } from './outboxState';
import { OutboxStore } from './outboxStore';
import { Sender, type Carrier } from './sender';

/** A server that keeps a message once for each client_id, and that can lose its answers. */
class Server {
  readonly kept: string[] = [];
  reachable = true;
  losesAnswers = false;
  refuses: Problem | null = null;

  carry: Carrier = ({ client_id, conversation }) => {
    if (!this.reachable) return Promise.reject(new Problem(0, { code: 'offline' }));
    if (this.refuses) return Promise.reject(this.refuses);
    if (!this.kept.includes(client_id)) this.kept.push(client_id);
    if (this.losesAnswers) return Promise.reject(new Problem(0, { code: 'offline' }));
    const seq = this.kept.indexOf(client_id) + 1;
    return Promise.resolve(message(seq, { client_id, conversation, sender: 'ada' }));
  };
}

const started = (server: Server) => {
  const arrived: Message[] = [];
  const sender = new Sender(new OutboxStore('id-ada'), server.carry, (sent) => arrived.push(sent));
  sender.start();
  return { sender, arrived };
};
const settle = () => vi.advanceTimersByTimeAsync(40_000);

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the outbox', () => {
  it('sends in order, one after the other', async () => {
    const server = new Server();
    const { sender, arrived } = started(server);
    ['a', 'b', 'c'].forEach((id) => sender.send(outgoing(id)));
    await settle();
    expect(server.kept).toEqual(['a', 'b', 'c']);
    expect(arrived.map((each) => each.client_id)).toEqual(['a', 'b', 'c']);
    expect(sender.current()).toEqual([]);
    expect(localStorage.length).toBe(0);
  });

  it('keeps what is written offline and sends it once the server can be reached', async () => {
    const server = new Server();
    server.reachable = false;
    const { sender } = started(server);
    sender.send(outgoing('a'));
    sender.send(outgoing('b'));
    await settle();
    expect(sender.current()).toHaveLength(2);
    server.reachable = true;
    sender.flush();
    await settle();
    expect(server.kept).toEqual(['a', 'b']);
  });

  it('rests as long as the server asks for, whatever else is written meanwhile', async () => {
    const server = new Server();
    server.refuses = new Problem(429, { code: 'too_many_requests' }, 5);
    const { sender } = started(server);
    sender.send(outgoing('a'));
    await vi.advanceTimersByTimeAsync(1_000);
    server.refuses = null;
    sender.send(outgoing('b', { conversation: 'another' }));
    sender.flush();
    await vi.advanceTimersByTimeAsync(3_900);
    expect(server.kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.kept).toEqual(['a', 'b']);
  });

  it('survives a reload', async () => {
    const server = new Server();
    server.reachable = false;
    const before = started(server).sender;
    before.send(outgoing('b', { written_at: '2026-11-26T10:00:02.000Z' }));
    before.send(outgoing('a', { written_at: '2026-11-26T10:00:01.000Z' }));
    await settle();
    before.stop();
    server.reachable = true;
    started(server);
    await settle();
    expect(server.kept).toEqual(['a', 'b']);
    expect(localStorage.length).toBe(0);
  });

  it('sends the same client_id again when the answer was lost, so that nothing is doubled', async () => {
    const server = new Server();
    server.losesAnswers = true;
    const { sender } = started(server);
    sender.send(outgoing('a'));
    await settle();
    server.losesAnswers = false;
    await settle();
    expect(server.kept).toEqual(['a']);
    expect(sender.current()).toEqual([]);
  });

  it('lets go of a message that comes back over the journal', async () => {
    const server = new Server();
    server.losesAnswers = true;
    const { sender } = started(server);
    sender.send(outgoing('a'));
    await settle();
    sender.heard('ada', message(1, { sender: 'ben', client_id: 'a' }));
    expect(sender.current()).toHaveLength(1);
    sender.heard('ada', message(1, { sender: 'ada', client_id: 'a' }));
    expect(sender.current()).toEqual([]);
    expect(localStorage.length).toBe(0);
  });

  it('stops at a refusal, says why, and tries again when it is told to', async () => {
    const server = new Server();
    server.refuses = new Problem(403, { code: 'not_connected', detail: 'You are not connected.' });
    const { sender } = started(server);
    sender.send(outgoing('a'));
    await settle();
    expect(sender.current()[0]?.refusal).toEqual({
      code: 'not_connected',
      message: 'You are not connected.',
    });
    server.refuses = null;
    sender.retry('a');
    await settle();
    expect(server.kept).toEqual(['a']);
  });

  it('remembers a refusal over a reload, and a discarded message is gone for good', async () => {
    const server = new Server();
    server.refuses = new Problem(400, { code: 'message_too_long', detail: 'Too long.' });
    const first = started(server).sender;
    first.send(outgoing('a'));
    await settle();
    first.stop();
    server.refuses = null;
    const second = started(server).sender;
    await settle();
    expect(server.kept).toEqual([]);
    second.discard('a');
    expect(localStorage.length).toBe(0);
  });

  it('sends nothing once it has stopped, so that who signs in next sends nothing of somebody else', async () => {
    const server = new Server();
    server.reachable = false;
    const { sender } = started(server);
    sender.send(outgoing('a'));
    sender.stop();
    server.reachable = true;
    await settle();
    sender.flush();
    await settle();
    expect(server.kept).toEqual([]);
    expect(localStorage.length).toBe(1);
  });

  it('is not held up in one conversation by another', () => {
    const outbox = [outgoing('a'), outgoing('b'), outgoing('x', { conversation: 'd' })];
    expect(due(outbox, new Set()).map((each) => each.client_id)).toEqual(['a', 'x']);
    expect(due(outbox, new Set(['c'])).map((each) => each.client_id)).toEqual(['x']);
  });
});
