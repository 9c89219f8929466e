import { describe, expect, it } from 'vitest';
import { person } from './chatFixtures';
import { applySignal, expired, noSignals, presenceOf, stoppedTyping, TYPING_MS, typingIn } from './signals';

const typing = { signal: 'typing', data: { conversation: 'c', username: 'ben' } };

describe('typing', () => {
  const shown = applySignal(noSignals, typing, 1_000);

  it('shows for a while and runs out by itself', () => {
    expect(typingIn(shown, 'c')).toEqual(['ben']);
    expect(expired(shown, 1_000 + TYPING_MS - 1)).toBe(shown);
    expect(typingIn(expired(shown, 1_000 + TYPING_MS), 'c')).toEqual([]);
  });

  it('goes on while it is repeated', () => {
    const again = applySignal(shown, typing, 4_000);
    expect(typingIn(expired(again, 1_000 + TYPING_MS), 'c')).toEqual(['ben']);
  });

  it('ends with the message', () => {
    expect(typingIn(stoppedTyping(shown, 'c', 'ben'), 'c')).toEqual([]);
    expect(stoppedTyping(shown, 'c', 'cleo')).toBe(shown);
  });
});

describe('presence', () => {
  const online = { signal: 'presence', data: { username: 'ben', state: 'online', last_seen: null } };

  it('of a signal is newer than what was loaded', () => {
    const ben = person('ben', { presence: { state: 'offline', last_seen: null } });
    expect(presenceOf(noSignals, ben)?.state).toBe('offline');
    expect(presenceOf(applySignal(noSignals, online, 0), ben)?.state).toBe('online');
  });

  it('is never shown of somebody I am not connected with', () => {
    const stranger = person('ben', { connection: 'none' });
    expect(presenceOf(applySignal(noSignals, online, 0), stranger)).toBeNull();
  });
});
