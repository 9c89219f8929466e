import type { ConnectionStatus, Person } from './types';

/** Somebody as administrators see them. */
export interface AdminUser {
  id: string;
  username: string;
  display_name: string;
  avatar_url: string | null;
  roles: string[];
  enabled: boolean;
  disabled_reason: string | null;
  created_at: string;
  last_sign_in_at: string | null;
  /** The identity provider they come from; null for an account of this server's own. */
  sso: { provider: string; issuer: string } | null;
  connections: number;
  live_sessions: number;
  deleted: boolean;
  version: number;
}

export interface OneTimeLink {
  url: string;
  expires_at: string;
}

export interface MadeUser {
  user: AdminUser;
  password_reset: OneTimeLink | null;
}

export interface AdminSignIn {
  id: string;
  device: string;
  address: string;
  created_at: string;
  last_used_at: string;
  live_sessions: number;
}

export interface ImportLine {
  line: number;
  username: string;
  outcome: 'created' | 'exists' | 'refused';
  code: string | null;
  message: string | null;
  password_reset_url: string | null;
}

export interface ImportJob {
  id: string;
  state: 'running' | 'done' | 'failed';
  total: number;
  /** Lines that were looked at, whatever became of them. */
  done: number;
  /** Those of them that were refused. */
  failed: number;
  lines: ImportLine[];
  next_line: number | null;
  created_at: string;
}

type Named = Pick<Person, 'id' | 'username' | 'display_name' | 'avatar_url'>;

export interface AdminConnection {
  id: string;
  sender: Named;
  receiver: Named;
  status: ConnectionStatus;
  /** Whether the receiver ignores it, or blocks its sender, without telling. */
  quiet: boolean;
  note: string;
  created_at: string;
  updated_at: string;
  expires_at: string | null;
  version: number;
}

export interface PairLine {
  at: string;
  actor: string | null;
  change: string;
  reason: string;
  connection: string | null;
}

export interface AuditEntry {
  id: string;
  at: string;
  actor: string | null;
  act: string;
  target: string | null;
  reason: string | null;
  address: string | null;
  outcome: 'done' | 'refused';
  detail: Record<string, unknown> | null;
}

export type Level = 'info' | 'warning' | 'critical';

export interface Announcement {
  id: string;
  text: string;
  level: Level;
  from: string;
  to: string | null;
  created_at: string;
  created_by?: string | null;
  state?: 'scheduled' | 'current' | 'over';
}

export interface RunTimeSetting {
  key: string;
  value: string | number | boolean;
  default: string | number | boolean | null;
  meaning: string;
  kind: 'text' | 'number' | 'boolean' | 'choice' | 'duration';
  choices: string[] | null;
  source: 'default' | 'configuration' | 'administrator';
}

/** What one node does, at this moment; rates are those of the last ten seconds. */
export interface NodeFigures {
  node: string;
  started_at: string;
  version: string;
  live_sessions: number;
  hello_sessions: number;
  queue: { frames: number; bytes: number; fullest: number };
  messages_per_second: number;
  requests_per_second: number;
  connections_per_second: number;
  /** Zero where nothing was delivered. */
  delivery_ms: { p50: number; p99: number; count: number };
  sign_ins_per_minute: number;
  throttled_per_minute: number;
  /** Absent where the server does not tell. */
  database?: { active: number; idle: number; waiting: number; max: number } | null;
  jvm: {
    heap_used: number;
    heap_max: number;
    threads: number;
    cpu_load: number;
    gc_ms_per_minute: number;
    uptime_seconds: number;
  };
  journal_lag: { slowest_events: number; slowest_seconds: number };
}

export interface Totals {
  users: number;
  enabled_users: number;
  users_online: number;
  connections: number;
  pending_requests: number;
  conversations: number;
  messages: number;
}

export interface Figures {
  at: string;
  nodes: NodeFigures[];
  totals: Totals;
}

export interface Moment {
  at: string;
  live_sessions: number;
  messages_per_second: number;
  requests_per_second: number;
  /** Zero where nothing was delivered. */
  delivery_p50_ms: number;
  delivery_p99_ms: number;
  queue_frames: number;
  heap_used: number;
  database_active?: number | null;
  journal_lag_events: number;
}

export interface LastHour {
  step_seconds: number;
  from: string;
  points: Moment[];
}
