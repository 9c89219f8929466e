import type { Person } from './types';

export interface Attachment {
  id: string;
  name: string;
  media_type: string;
  size: number;
  width: number | null;
  height: number | null;
}

export interface Reaction {
  emoji: string;
  count: number;
  mine: boolean;
}

export interface Message {
  id: string;
  conversation: string;
  seq: number;
  /** A username; null once the account has gone. */
  sender: string | null;
  client_id: string;
  body: string;
  mentions?: string[];
  reply_to: string | null;
  attachments?: Attachment[];
  reactions: Reaction[];
  created_at: string;
  edited_at: string | null;
  deleted_at: string | null;
  version: number;
}

export interface Member {
  user: Person;
  role: 'owner' | 'member';
  /** How far they have read and received; absent where they do not tell. */
  read_seq: number | null;
  delivered_seq: number | null;
}

export interface Draft {
  body: string;
  reply_to: string | null;
}

export interface Conversation {
  id: string;
  kind: 'direct' | 'group';
  title: string | null;
  /** Of groups, when they have one. */
  picture_url?: string | null;
  members: Member[];
  member_count?: number;
  last_message: Message | null;
  last_seq: number;
  read_seq: number;
  unread_count: number;
  can_send: boolean;
  pinned: boolean;
  muted: boolean;
  archived: boolean;
  draft?: Draft | null;
  created_at: string;
  version: number;
}

export interface MemberChange {
  conversation: string;
  username: string;
  role: Member['role'];
}

export interface MarkerMove {
  conversation: string;
  username: string;
  seq: number;
}

export interface Presence {
  state: 'online' | 'away' | 'offline';
  last_seen: string | null;
}
