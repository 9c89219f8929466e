import { describe, expect, it } from 'vitest';
import type { Conversation, Message } from '../api/chat';
import { conversation, event, member, message, messages, person } from './chatFixtures';
import {
  applyAnswer,
  applyChatEvent,
  applyConversation,
  applyMemberProfile,
  applyPage,
  chatFromSnapshot,
  type ChatState,
} from './chatState';
import { emptyWindow, messageAt } from './messageWindow';

const ME = 'ada';
const started = (over: Partial<Conversation> = {}) => chatFromSnapshot([conversation(over)]);
const after = (chat: ChatState, ...events: [string, unknown][]) =>
  events.reduce((state, [name, data]) => applyChatEvent(state, ME, event(name, data)), chat);
const told = (chat: ChatState) => chat.conversations.c;
const openIn = (chat: ChatState) => chat.windows.c ?? emptyWindow;
const sent = (seq: number, over: Partial<Message> = {}): [string, unknown] => [
  'message.sent',
  message(seq, over),
];

describe('messages', () => {
  it('of others are unread, my own are not', () => {
    const chat = after(started(), sent(1), sent(2, { sender: ME }), sent(3));
    expect(told(chat)).toMatchObject({ last_seq: 3, unread_count: 2 });
    expect(told(chat)?.last_message?.seq).toBe(3);
  });

  it('told twice change nothing', () => {
    const once = after(applyPage(started(), 'c', []), sent(1));
    expect(after(once, sent(1))).toBe(once);
  });

  it('go into the history only where it is open', () => {
    expect(after(started(), sent(1)).windows.c).toBeUndefined();
    expect(messageAt(openIn(after(applyPage(started(), 'c', []), sent(1))), 1)?.body).toBe('message 1');
  });

  it('of an unknown conversation make it asked for, once', () => {
    const chat = after(chatFromSnapshot([]), sent(1), sent(2));
    expect(chat.outdated).toEqual(['c']);
  });

  it('that left a hole make the conversation asked for', () => {
    expect(after(started(), sent(5)).outdated).toEqual(['c']);
  });

  it('show their newest version in the history and in the list', () => {
    const edited = message(1, { body: 'edited', version: 2, edited_at: '2026-11-26T11:00:00.000Z' });
    const chat = after(applyPage(started(), 'c', []), sent(1), ['message.edited', edited]);
    expect(messageAt(openIn(chat), 1)?.body).toBe('edited');
    expect(told(chat)?.last_message?.body).toBe('edited');
    expect(after(chat, ['message.edited', message(1)])).toBe(chat);
  });

  it('show their reactions', () => {
    const liked = message(1, { reactions: [{ emoji: '👍', count: 1, mine: false }], version: 2 });
    const chat = after(applyPage(started(), 'c', [message(1)]), ['reaction.changed', liked]);
    expect(messageAt(openIn(chat), 1)?.reactions).toHaveLength(1);
  });

  it('that are deleted are not unread any more, whether told once or twice', () => {
    const gone = message(2, { body: '', deleted_at: '2026-11-26T11:00:00.000Z', version: 2 });
    const once = after(started(), sent(1), sent(2), ['message.deleted', gone]);
    expect(told(once)?.unread_count).toBe(1);
    expect(told(after(once, ['message.deleted', gone]))?.unread_count).toBe(1);
  });

  it('replayed as deleted were never unread', () => {
    const gone = message(1, { body: '', deleted_at: '2026-11-26T11:00:00.000Z', version: 2 });
    expect(told(after(started(), ['message.sent', gone], ['message.deleted', gone]))?.unread_count).toBe(0);
  });

  it('deleted out of sight make the count asked for', () => {
    const chat = started({ last_seq: 9, unread_count: 9 });
    const gone = message(3, { deleted_at: '2026-11-26T11:00:00.000Z', version: 2 });
    expect(after(chat, ['message.deleted', gone]).outdated).toEqual(['c']);
  });
});

describe('read markers', () => {
  const unread = () => after(applyPage(started(), 'c', []), sent(1), sent(2), sent(3));

  it('of mine clear what lies before them', () => {
    const chat = after(unread(), ['read.moved', { conversation: 'c', username: ME, seq: 2 }]);
    expect(told(chat)).toMatchObject({ read_seq: 2, unread_count: 1 });
    expect(chat.outdated).toEqual([]);
  });

  it('never go back', () => {
    const read = after(unread(), ['read.moved', { conversation: 'c', username: ME, seq: 3 }]);
    expect(told(read)).toMatchObject({ read_seq: 3, unread_count: 0 });
    expect(after(read, ['read.moved', { conversation: 'c', username: ME, seq: 1 }])).toBe(read);
  });

  it('that move where the history is not loaded make the count asked for', () => {
    const chat = after(started({ last_seq: 9, unread_count: 9 }), [
      'read.moved',
      { conversation: 'c', username: ME, seq: 4 },
    ]);
    expect(told(chat)?.read_seq).toBe(4);
    expect(chat.outdated).toEqual(['c']);
  });

  it('and receipts of others move their place', () => {
    const chat = after(
      started(),
      ['delivered.moved', { conversation: 'c', username: 'ben', seq: 4 }],
      ['read.moved', { conversation: 'c', username: 'ben', seq: 3 }],
      ['delivered.moved', { conversation: 'c', username: 'ben', seq: 2 }],
    );
    expect(told(chat)?.members[1]).toMatchObject({ delivered_seq: 4, read_seq: 3 });
  });
});

describe('conversations', () => {
  it('appear and change', () => {
    const chat = after(
      chatFromSnapshot([]),
      ['conversation.created', conversation()],
      ['conversation.updated', conversation({ muted: true, version: 2 })],
    );
    expect(told(chat)?.muted).toBe(true);
    expect(told(after(chat, ['conversation.updated', conversation()]))?.muted).toBe(true);
  });

  it('keep messages that are newer than an answer about them', () => {
    const chat = applyConversation(
      after(started(), sent(1), sent(2)),
      conversation({ pinned: true, version: 2 }),
    );
    expect(told(chat)).toMatchObject({ pinned: true, last_seq: 2, unread_count: 2 });
  });

  it('take over what an answer knows beyond the journal, and the journal then adds nothing', () => {
    const answer = conversation({ last_seq: 2, unread_count: 2, last_message: message(2) });
    const chat = applyAnswer(after(started(), sent(1)), 'c', answer);
    expect(told(after(chat, sent(2)))?.unread_count).toBe(2);
  });

  it('leave when the server does not show them any more', () => {
    const asked = after(started(), sent(5));
    const chat = applyAnswer(asked, 'c', null);
    expect(chat.conversations).toEqual({});
    expect(chat.outdated).toEqual([]);
  });

  it('lose a member, and go when that is me', () => {
    const group = started({ kind: 'group', members: [member('ada'), member('ben'), member('cleo')] });
    const smaller = after(group, ['member.removed', { conversation: 'c', username: 'cleo', role: 'member' }]);
    expect(told(smaller)?.members.map((each) => each.user.username)).toEqual(['ada', 'ben']);
    const unclear = { ...group, outdated: ['c'] };
    const gone = after(unclear, ['member.removed', { conversation: 'c', username: ME, role: 'member' }]);
    expect(gone.conversations).toEqual({});
    expect(gone.outdated).toEqual([]);
  });

  it('give a member another role, and ask who a new one is', () => {
    const owner = after(started(), ['member.added', { conversation: 'c', username: 'ben', role: 'owner' }]);
    expect(told(owner)?.members[1]?.role).toBe('owner');
    const asked = after(started(), ['member.added', { conversation: 'c', username: 'dan', role: 'member' }]);
    expect(asked.outdated).toEqual(['c']);
  });

  it('show the changed profile of a member', () => {
    const chat = applyMemberProfile(started(), person('ben', { display_name: 'Benjamin' }));
    expect(told(chat)?.members[1]?.user.display_name).toBe('Benjamin');
  });

  it('load their history in pages and know where it begins', () => {
    const chat = applyPage(applyPage(started(), 'c', messages(3, 5)), 'c', messages(1, 2), 1);
    expect(openIn(chat).runs).toHaveLength(1);
    expect(openIn(chat).startsAt).toBe(1);
  });
});
