import type { Conversation, Draft, MarkerMove, Member, MemberChange, Message } from '../api/chat';
import type { JournalEvent, Person } from '../api/types';
import { countUnread, emptyWindow, merge, messageAt, trimmed, type MessageWindow } from './messageWindow';

/** Conversations as far as they are known, and what has been loaded of their messages. */
export interface ChatState {
  conversations: Record<string, Conversation>;
  windows: Record<string, MessageWindow>;
  /** Conversations of which something is only known to the server: ask for them again. */
  outdated: string[];
  /** Conversations that are not mine any more, until the journal tells that I am in again. */
  gone: string[];
}

/** Whether an event belongs to the chat. */
export function isChatEvent(event: string): boolean {
  return /^(conversation|member|message|reaction|read|delivered)\./.test(event);
}

export function chatFromSnapshot(conversations: Conversation[]): ChatState {
  return {
    conversations: Object.fromEntries(conversations.map((each) => [each.id, each])),
    windows: {},
    outdated: [],
    gone: [],
  };
}

/** The chat after an event whose content I may see. */
export function applyChatEvent(chat: ChatState, me: string, { event, data }: JournalEvent): ChatState {
  switch (event) {
    case 'conversation.created':
      return applyAdmission(chat, data as Conversation);
    case 'conversation.updated':
      return applyConversation(chat, data as Conversation);
    case 'member.added':
      return applyMemberAdded(chat, data as MemberChange);
    case 'member.removed':
      return applyMemberRemoved(chat, me, data as MemberChange);
    case 'message.sent':
      return applySent(chat, me, data as Message);
    case 'message.edited':
    case 'reaction.changed':
      return applyMessage(chat, data as Message);
    case 'message.deleted':
      return applyDeleted(chat, me, data as Message);
    case 'read.moved':
      return applyRead(chat, me, data as MarkerMove);
    case 'delivered.moved':
      return moveMarker(chat, data as MarkerMove, 'delivered_seq');
    default:
      return chat;
  }
}

function withConversation(chat: ChatState, conversation: Conversation): ChatState {
  return { ...chat, conversations: { ...chat.conversations, [conversation.id]: conversation } };
}

function outdated(chat: ChatState, id: string): ChatState {
  return chat.outdated.includes(id) || isGone(chat, id)
    ? chat
    : { ...chat, outdated: [...chat.outdated, id] };
}

/** Whether a conversation is known not to be mine any more. */
export const isGone = (chat: ChatState, id: string) => chat.gone.includes(id);

/** The chat with a conversation that I have come into. */
export function applyAdmission(chat: ChatState, told: Conversation): ChatState {
  return applyConversation({ ...chat, gone: chat.gone.filter((each) => each !== told.id) }, told);
}

/** The chat with a conversation as the server tells it now. What is told late of one that is gone brings nothing back. */
export function applyConversation(chat: ChatState, told: Conversation): ChatState {
  if (isGone(chat, told.id)) return chat;
  const known = chat.conversations[told.id];
  if (!known) return withConversation(chat, told);
  const base = told.version >= known.version ? told : known;
  const far =
    told.last_seq > known.last_seq || (told.last_seq === known.last_seq && told.read_seq >= known.read_seq)
      ? told
      : known;
  return withConversation(chat, {
    ...base,
    members: base.members.map((member) => farthest(member, told, known)),
    last_message: newerMessage(far.last_message, far === told ? known.last_message : told.last_message),
    last_seq: far.last_seq,
    read_seq: Math.max(told.read_seq, known.read_seq),
    unread_count: far.unread_count,
  });
}

function newerMessage(far: Message | null, other: Message | null): Message | null {
  return far && other && far.id === other.id && other.version > far.version ? other : far;
}

function farthest(member: Member, ...views: Conversation[]): Member {
  const same = views.flatMap((view) => view.members.filter((each) => each.user.id === member.user.id));
  const max = (marker: 'read_seq' | 'delivered_seq') =>
    member[marker] === null ? null : Math.max(...same.map((each) => each[marker] ?? 0));
  return { ...member, read_seq: max('read_seq'), delivered_seq: max('delivered_seq') };
}

/** The chat after the server's answer to a question about an outdated conversation; null: it is not mine to see. */
export function applyAnswer(chat: ChatState, id: string, told: Conversation | null): ChatState {
  return told ? applyConversation(settled(chat, id), told) : withoutConversation(chat, id);
}

function settled(chat: ChatState, id: string): ChatState {
  return { ...chat, outdated: chat.outdated.filter((each) => each !== id) };
}

function withoutConversation(chat: ChatState, id: string): ChatState {
  return {
    ...settled(chat, id),
    conversations: omitting(chat.conversations, id),
    windows: omitting(chat.windows, id),
    gone: isGone(chat, id) ? chat.gone : [...chat.gone, id],
  };
}

function omitting<T>(all: Record<string, T>, id: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key !== id));
}

function applyMemberAdded(chat: ChatState, { conversation: id, username, role }: MemberChange): ChatState {
  const conversation = chat.conversations[id];
  const member = conversation?.members.find((each) => each.user.username === username);
  if (!conversation || !member) return outdated(chat, id);
  if (member.role === role) return chat;
  return withConversation(chat, {
    ...conversation,
    members: conversation.members.map((each) => (each === member ? { ...each, role } : each)),
  });
}

function applyMemberRemoved(
  chat: ChatState,
  me: string,
  { conversation: id, username }: MemberChange,
): ChatState {
  if (username === me) return withoutConversation(chat, id);
  const conversation = chat.conversations[id];
  if (!conversation) return chat;
  const members = conversation.members.filter((each) => each.user.username !== username);
  return members.length === conversation.members.length
    ? chat
    : withConversation(chat, { ...conversation, members });
}

function applySent(chat: ChatState, me: string, message: Message): ChatState {
  const conversation = chat.conversations[message.conversation];
  if (!conversation) return outdated(chat, message.conversation);
  const next = withMessages(chat, message.conversation, [message], false);
  if (message.seq <= conversation.last_seq) return next;
  const counts = message.sender !== me && !message.deleted_at && message.seq > conversation.read_seq;
  const moved = withConversation(next, {
    ...conversation,
    last_message: message,
    last_seq: message.seq,
    unread_count: conversation.unread_count + (counts ? 1 : 0),
  });
  return message.seq > conversation.last_seq + 1 ? outdated(moved, conversation.id) : moved;
}

/** The chat with messages of one page of a conversation's history. */
export function applyPage(chat: ChatState, id: string, messages: Message[], startsAt?: number): ChatState {
  if (isGone(chat, id)) return chat;
  const next = withMessages(chat, id, messages, true);
  const window = next.windows[id] ?? emptyWindow;
  if (startsAt === undefined || window.startsAt === startsAt) return next;
  return { ...next, windows: { ...next.windows, [id]: { ...window, startsAt } } };
}

/** The chat with only the newest messages of a conversation that nobody looks at any more. */
export function closedHistory(chat: ChatState, id: string, keep: number): ChatState {
  const window = chat.windows[id];
  const less = window && trimmed(window, keep);
  return !less || less === window ? chat : { ...chat, windows: { ...chat.windows, [id]: less } };
}

function withMessages(chat: ChatState, id: string, messages: Message[], open: boolean): ChatState {
  const window = chat.windows[id] ?? (open ? emptyWindow : undefined);
  if (!window) return chat;
  const merged = merge(window, messages);
  return merged === chat.windows[id] ? chat : { ...chat, windows: { ...chat.windows, [id]: merged } };
}

/** The chat with what the server has of what I have begun to write. */
export function applyDraft(chat: ChatState, id: string, draft: Draft): ChatState {
  const conversation = chat.conversations[id];
  if (!conversation) return chat;
  const saysNothing = !draft.body.trim() && !draft.reply_to;
  return withConversation(chat, { ...conversation, draft: saysNothing ? null : draft });
}

/** The chat with another version of a message, if that message is known here. */
export function applyMessage(chat: ChatState, message: Message): ChatState {
  const window = chat.windows[message.conversation];
  const known = window && messageAt(window, message.seq);
  const next = known ? withMessages(chat, message.conversation, [message], false) : chat;
  const conversation = next.conversations[message.conversation];
  const last = conversation?.last_message;
  if (!conversation || last?.id !== message.id || last.version >= message.version) return next;
  return withConversation(next, { ...conversation, last_message: message });
}

function applyDeleted(chat: ChatState, me: string, message: Message): ChatState {
  const conversation = chat.conversations[message.conversation];
  if (!conversation) return chat;
  const window = chat.windows[conversation.id];
  const known =
    (window && messageAt(window, message.seq)) ??
    (conversation.last_message?.id === message.id ? conversation.last_message : undefined);
  const next = applyMessage(chat, message);
  if (message.sender === me || message.seq <= conversation.read_seq || known?.deleted_at) return next;
  if (!known) return outdated(next, conversation.id);
  const unread = Math.max(0, conversation.unread_count - 1);
  const current = next.conversations[conversation.id] ?? conversation;
  return withConversation(next, { ...current, unread_count: unread });
}

/** The chat after somebody has read on; a marker never goes back. */
export function applyRead(chat: ChatState, me: string, move: MarkerMove): ChatState {
  const marked = moveMarker(chat, move, 'read_seq');
  const conversation = marked.conversations[move.conversation];
  if (!conversation || move.username !== me || move.seq <= conversation.read_seq) return marked;
  const window = marked.windows[conversation.id] ?? emptyWindow;
  const counted = countUnread(window, move.seq, conversation.last_seq, me);
  const next = withConversation(marked, {
    ...conversation,
    read_seq: move.seq,
    unread_count: counted ?? conversation.unread_count,
  });
  return counted === null ? outdated(next, conversation.id) : next;
}

function moveMarker(chat: ChatState, move: MarkerMove, marker: 'read_seq' | 'delivered_seq'): ChatState {
  const conversation = chat.conversations[move.conversation];
  const member = conversation?.members.find((each) => each.user.username === move.username);
  if (!conversation || !member || (member[marker] ?? 0) >= move.seq) return chat;
  return withConversation(chat, {
    ...conversation,
    members: conversation.members.map((each) => (each === member ? { ...each, [marker]: move.seq } : each)),
  });
}

/** The chat with somebody's changed profile. */
export function applyMemberProfile(chat: ChatState, person: Person): ChatState {
  const conversations = Object.values(chat.conversations).filter((each) =>
    each.members.some((member) => member.user.id === person.id),
  );
  return conversations.reduce(
    (next, conversation) =>
      withConversation(next, {
        ...conversation,
        members: conversation.members.map((member) =>
          member.user.id === person.id
            ? { ...member, user: { ...member.user, switched_off: undefined, ...person } }
            : member,
        ),
      }),
    chat,
  );
}
