import { describe, expect, it } from 'vitest';
import { conversation, member, message } from './chatFixtures';
import { chatFromSnapshot } from './chatState';
import { directWith, listed, receiptOf, titleOf, undelivered, unreadMessages } from './chatViews';

const at = (minute: number) => `2026-11-26T10:${String(minute).padStart(2, '0')}:00.000Z`;
const active = (id: string, minute: number, over = {}) =>
  conversation({ id, last_message: message(1, { created_at: at(minute) }), ...over });

describe('the list of conversations', () => {
  const chat = chatFromSnapshot([
    active('old', 1),
    active('new', 5),
    active('pinned', 0, { pinned: true }),
    active('away', 9, { archived: true }),
  ]);

  it('has pinned ones first, then the newest', () => {
    expect(listed(chat, false).map((each) => each.id)).toEqual(['pinned', 'new', 'old']);
  });

  it('keeps archived ones apart', () => {
    expect(listed(chat, true).map((each) => each.id)).toEqual(['away']);
  });
});

it('names a direct conversation after the other, a group by its title', () => {
  expect(titleOf(conversation(), 'ada')).toBe('Ben');
  expect(titleOf(conversation({ kind: 'group', title: 'Tea' }), 'ada')).toBe('Tea');
  expect(titleOf(conversation({ members: [member('ada')] }), 'ada')).toBe('Deleted user');
});

it('counts unread messages except where they are muted', () => {
  const chat = chatFromSnapshot([
    conversation({ id: 'a', unread_count: 2 }),
    conversation({ id: 'b', unread_count: 5, muted: true }),
  ]);
  expect(unreadMessages(chat)).toBe(2);
});

it('finds the direct conversation with somebody', () => {
  const group = conversation({ id: 'g', kind: 'group' });
  expect(directWith(chatFromSnapshot([group, conversation()]), 'ben')?.id).toBe('c');
});

describe('a message of mine', () => {
  const mine = message(4, { sender: 'ada' });
  const withBen = (over: object) => conversation({ members: [member('ada'), member('ben', over)] });

  it('is sent until a device of the other has it', () => {
    expect(receiptOf(withBen({ delivered_seq: 3 }), mine)).toBe('sent');
    expect(receiptOf(withBen({ delivered_seq: 4 }), mine)).toBe('delivered');
    expect(receiptOf(withBen({ delivered_seq: 4, read_seq: 4 }), mine)).toBe('read');
  });

  it('is not called read by somebody who does not tell', () => {
    expect(receiptOf(withBen({ read_seq: null, delivered_seq: 4 }), mine)).toBe('delivered');
  });

  it('is read in a group when all have read it', () => {
    const group = conversation({
      members: [
        member('ada'),
        member('ben', { read_seq: 4 }),
        member('cleo', { read_seq: 3, delivered_seq: 5 }),
      ],
    });
    expect(receiptOf(group, mine)).toBe('delivered');
  });
});

it('knows what has been received and not been told', () => {
  const waiting = conversation({ last_seq: 4, last_message: message(4) });
  expect(undelivered(chatFromSnapshot([waiting]), 'ada')).toEqual([{ conversation: 'c', seq: 4 }]);
  const known = { ...waiting, members: [member('ada', { delivered_seq: 4 }), member('ben')] };
  expect(undelivered(chatFromSnapshot([known]), 'ada')).toEqual([]);
  const own = { ...waiting, last_message: message(4, { sender: 'ada' }) };
  expect(undelivered(chatFromSnapshot([own]), 'ada')).toEqual([]);
});
