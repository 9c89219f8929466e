import type { Conversation, Member, Message } from '../api/chat';
import type { Person } from '../api/types';
import type { ChatState } from './chatState';

/** What the lists and heads show of conversations, derived from their state. */

export function otherMembers(conversation: Conversation, me: string): Member[] {
  return conversation.members.filter((member) => member.user.username !== me);
}

/** Whom a direct conversation is with. */
export function partner(conversation: Conversation, me: string): Person | undefined {
  return conversation.kind === 'direct' ? otherMembers(conversation, me)[0]?.user : undefined;
}

export function titleOf(conversation: Conversation, me: string): string {
  if (conversation.title) return conversation.title;
  const names = otherMembers(conversation, me).map((member) => member.user.display_name);
  if (names.length > 0) return names.join(', ');
  return conversation.kind === 'direct' ? 'Deleted user' : 'Group';
}

export function nameOf(conversation: Conversation, username: string): string {
  const member = conversation.members.find((each) => each.user.username === username);
  return member?.user.display_name ?? username;
}

export const activityOf = (conversation: Conversation) =>
  conversation.last_message?.created_at ?? conversation.created_at;

/** The conversations as a list: pinned ones first, then the newest activity. */
export function listed(chat: ChatState, archived: boolean): Conversation[] {
  return Object.values(chat.conversations)
    .filter((each) => each.archived === archived)
    .sort(
      (a, b) =>
        Number(b.pinned) - Number(a.pinned) ||
        activityOf(b).localeCompare(activityOf(a)) ||
        b.id.localeCompare(a.id),
    );
}

/** How many messages wait to be read where one wants to be told. */
export function unreadMessages(chat: ChatState): number {
  return Object.values(chat.conversations)
    .filter((each) => !each.muted && !each.archived)
    .reduce((sum, each) => sum + each.unread_count, 0);
}

/** The direct conversation with somebody, if there is one. */
export function directWith(chat: ChatState, username: string): Conversation | undefined {
  return Object.values(chat.conversations).find(
    (each) => each.kind === 'direct' && each.members.some((member) => member.user.username === username),
  );
}

/** How far a message of mine has come with the others. */
export function receiptOf(conversation: Conversation, message: Message): 'sent' | 'delivered' | 'read' {
  const others = otherMembers(conversation, message.sender ?? '');
  const reached = (marker: 'read_seq' | 'delivered_seq') =>
    others.length > 0 && others.every((member) => (member[marker] ?? 0) >= message.seq);
  if (reached('read_seq')) return 'read';
  const received = others.every(
    (member) => Math.max(member.delivered_seq ?? 0, member.read_seq ?? 0) >= message.seq,
  );
  return others.length > 0 && received ? 'delivered' : 'sent';
}

/** What my devices have received and the server has not been told of: conversation and seq. */
export function undelivered(chat: ChatState, me: string): { conversation: string; seq: number }[] {
  return Object.values(chat.conversations)
    .filter((each) => {
      const mine = each.members.find((member) => member.user.username === me);
      const seen = Math.max(mine?.delivered_seq ?? 0, mine?.read_seq ?? 0, each.read_seq);
      return each.last_message !== null && each.last_message.sender !== me && each.last_seq > seen;
    })
    .map((each) => ({ conversation: each.id, seq: each.last_seq }));
}
