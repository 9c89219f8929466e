import { afterEach, expect, it, vi } from 'vitest';
import type { LiveClient } from './client';
import { SignalBoard } from './signalBoard';

vi.mock('../api/client', () => ({ call: () => Promise.resolve({ mutual_connections: [] }) }));

/** A live session that comes and goes. */
class Link {
  readonly said: object[] = [];
  link = 'live';
  private watcher: () => void = () => undefined;

  subscribe = (watcher: () => void) => {
    this.watcher = watcher;
    return () => undefined;
  };
  onSignal = () => () => undefined;
  current = () => ({ link: this.link });
  tell = (frame: object) => {
    if (this.link === 'live') this.said.push(frame);
  };

  becomes(link: string) {
    this.link = link;
    this.watcher();
  }
}

let stop: () => void = () => undefined;
afterEach(() => stop());

const started = () => {
  const link = new Link();
  const board = new SignalBoard(link as unknown as LiveClient);
  stop = board.start();
  return { link, board };
};
const away = { action: 'presence', state: 'away' };

it('says again after a break that I am away', () => {
  const { link, board } = started();
  board.tellPresence('away');
  link.becomes('waiting');
  link.becomes('live');
  expect(link.said).toEqual([away, away]);
});

it('says nothing after a break when I am here, or came back in it', () => {
  const { link, board } = started();
  link.becomes('waiting');
  link.becomes('live');
  board.tellPresence('away');
  link.becomes('waiting');
  board.tellPresence('online');
  link.becomes('live');
  expect(link.said).toEqual([away]);
});
