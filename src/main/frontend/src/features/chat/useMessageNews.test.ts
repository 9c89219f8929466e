import { describe, expect, it } from 'vitest';
import type { Conversation, Message } from '../../api/chat';
import type { Settings } from '../../api/types';
import { conversation, message, person } from '../../live/chatFixtures';
import { fromSnapshot } from '../../live/state';
import { isNews } from './useMessageNews';

const state = (over: Partial<Conversation> = {}, settings: Partial<Settings> = {}) =>
  fromSnapshot({
    epoch: 'e',
    as_of_seq: 1,
    user: { ...person('ada'), roles: ['user'], created_at: '', has_password: true, version: 1 },
    connections: [],
    conversations: [conversation(over)],
    notifications: [],
    settings: {
      who_may_request_me: 'everyone',
      discoverable: true,
      read_receipts: true,
      presence_visible: true,
      notification_kinds: {},
      browser_notifications: true,
      quiet_hours: null,
      locale: 'en',
      theme: 'auto',
      version: 1,
      ...settings,
    },
  });
const noon = new Date('2026-11-26T12:00:00Z');
const told = (current: ReturnType<typeof state>, over: Partial<Message> = {}) =>
  isNews(current, message(1, over), noon);

describe('a new message', () => {
  it('of somebody else is told', () => expect(told(state())).toBe(true));
  it('of mine is not', () => expect(told(state(), { sender: 'ada' })).toBe(false));
  it('is not when notifications are off', () =>
    expect(told(state({}, { browser_notifications: false }))).toBe(false));
  it('is not in a muted conversation, unless it names me', () => {
    expect(told(state({ muted: true }))).toBe(false);
    expect(told(state({ muted: true }), { mentions: ['ada'] })).toBe(true);
  });
  it('is not in quiet hours', () => {
    const quiet_hours = { from: '11:00', to: '13:00', time_zone: 'UTC' };
    expect(told(state({}, { quiet_hours }))).toBe(false);
  });
  it('is not when another device has read it already', () =>
    expect(told(state({ read_seq: 3 }))).toBe(false));
});
