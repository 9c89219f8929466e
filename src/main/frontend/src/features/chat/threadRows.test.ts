import { describe, expect, it } from 'vitest';
import { message, messages, outgoing } from '../../live/chatFixtures';
import { threadRows } from './threadRows';

const rows = (told: Partial<Parameters<typeof threadRows>[0]>) =>
  threadRows({ messages: [], outgoing: [], me: 'ada', newAfter: null, fromStart: true, ...told });
const at = (day: number, time: string) => `2026-11-${String(day).padStart(2, '0')}T${time}:00.000Z`;

describe('a thread', () => {
  it('groups what one person wrote in one go', () => {
    const told = [
      message(1, { created_at: at(24, '10:00') }),
      message(2, { created_at: at(24, '10:01') }),
      message(3, { created_at: at(24, '10:02'), sender: 'ada' }),
      message(4, { created_at: at(24, '10:30'), sender: 'ada' }),
    ];
    expect(rows({ messages: told }).map(({ first, last }) => [first, last])).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ]);
  });

  it('begins each day anew', () => {
    const told = [1, 2, 3].map((seq) => message(seq, { created_at: at(seq < 3 ? 20 : 22, '12:00') }));
    expect(rows({ messages: told }).map((row) => row.day !== null)).toEqual([true, false, true]);
  });

  it('tells no day of which older messages may not be loaded', () => {
    const told = [1, 2].map((seq) => message(seq, { created_at: at(20 + seq, '12:00') }));
    expect(rows({ messages: told, fromStart: false }).map((row) => row.day !== null)).toEqual([false, true]);
  });

  it('marks where the new messages of others begin', () => {
    const told = [message(4), message(5, { sender: 'ada' }), message(6), message(7)];
    expect(rows({ messages: told, newAfter: 4 }).map((row) => row.unread)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it('marks nothing when where the new ones begin is not loaded, or all are read', () => {
    expect(rows({ messages: messages(6, 9), newAfter: 2 }).some((row) => row.unread)).toBe(false);
    expect(rows({ messages: messages(6, 9), newAfter: 9 }).some((row) => row.unread)).toBe(false);
  });

  it('makes only those rows anew whose surroundings have changed', () => {
    const told = messages(1, 50);
    const before = rows({ messages: told });
    const after = rows({ messages: [...told, message(51)] });
    expect(after.slice(0, 49).every((row, index) => row === before[index])).toBe(true);
    expect(after[49]).not.toBe(before[49]);
    expect(rows({ messages: told, me: 'ben' })[0]?.mine).toBe(true);
  });

  it('ends with what is on its way, in its place once it is kept', () => {
    const sending = rows({ messages: messages(1, 2), outgoing: [outgoing('x')] });
    const kept = rows({
      messages: [...messages(1, 2), message(3, { sender: 'ada', client_id: 'x' })],
      outgoing: [outgoing('x')],
    });
    expect(sending.map((row) => row.kind)).toEqual(['message', 'message', 'outgoing']);
    expect(kept.map((row) => row.kind)).toEqual(['message', 'message', 'message']);
    expect(kept.map((row) => row.key)).toEqual(sending.map((row) => row.key));
  });
});
