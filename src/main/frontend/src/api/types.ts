import type { Conversation, Presence } from './chat';

export type Relation = 'none' | 'sent' | 'received' | 'connected' | 'blocked';

export interface Person {
  id: string;
  username: string;
  display_name: string;
  avatar_url: string | null;
  status_text: string;
  connection: Relation;
  mutual_count: number;
  /** Of mutual connections only, and only when they show it. */
  presence?: Presence | null;
  /** There for a mutual connection whose account an administrator has disabled. */
  switched_off?: true;
}

/** What stands by somebody who is away for good, until their account is enabled. */
export const SWITCHED_OFF = 'This account is switched off';

export interface OwnUser extends Person {
  roles: string[];
  created_at: string;
  has_password: boolean;
  version: number;
}

export type ConnectionStatus =
  'pending' | 'approved' | 'rejected' | 'withdrawn' | 'expired' | 'removed' | 'ignored';

export interface Connection {
  id: string;
  sender: Person;
  receiver: Person;
  status: ConnectionStatus;
  note: string;
  created_at: string;
  updated_at: string;
  expires_at: string | null;
  version: number;
}

/** A connection link as it is shown before it is opened. */
export interface LinkPreview {
  owner: Person;
  auto_accept: boolean;
  expires_at: string;
}

export interface Notification {
  id: string;
  kind: string;
  text: string;
  data: {
    connection_id: string | null;
    conversation?: string | null;
    username: string | null;
    display_name: string;
  };
  created_at: string;
  read_at: string | null;
}

export interface QuietHours {
  from: string;
  to: string;
  time_zone: string;
}

export interface Settings {
  who_may_request_me: 'everyone' | 'connections_of_connections' | 'nobody';
  discoverable: boolean;
  read_receipts: boolean;
  presence_visible: boolean;
  notification_kinds: Record<string, boolean>;
  browser_notifications: boolean;
  quiet_hours: QuietHours | null;
  locale: string;
  theme: 'auto' | 'light' | 'dark';
  version: number;
}

export interface Snapshot {
  epoch: string;
  as_of_seq: number;
  user: OwnUser;
  connections: Connection[];
  conversations: Conversation[];
  notifications: Notification[];
  settings: Settings;
}

export interface JournalEvent {
  type: 'event';
  seq: number;
  event: string;
  at: string;
  data: unknown;
}

export interface PublicConfig {
  name: string;
  sign_in: { local: boolean; registration: boolean; sso: Provider[] };
  limits: Record<string, number>;
}

/** A provider of single sign-on. */
export interface Provider {
  id: string;
  label: string;
  issuer: string;
  client_id: string;
  scopes: string;
}

/** Somebody at a provider who is me here. */
export interface Identity {
  id: string;
  provider: string | null;
  label: string;
  issuer: string;
  subject: string;
  name: string;
  linked_at: string;
  last_used_at: string | null;
}

export interface PeopleLists {
  users: Person[];
  next: string | null;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Reachability {
  can_request: boolean;
  can_message: boolean;
  reasons: { code: string; message: string; retry_at: string | null }[];
}

export interface LedgerLine {
  at: string;
  actor: string | null;
  change: string;
  reason: string;
}

export interface ConnectionLink {
  id: string;
  url: string;
  uses: number;
  uses_left: number;
  auto_accept: boolean;
  created_at: string;
  expires_at: string;
}

export interface SignIn {
  id: string;
  current: boolean;
  device: string;
  address: string;
  created_at: string;
  last_used_at: string;
}
