-- Accounts, sign-ins, connections, notifications and the journal.
-- Times are UTC with the precision of a millisecond; ids are UUIDv7 made by the application.

create extension if not exists pg_trgm;

-- account ------------------------------------------------------------------------------------

create table users (
  id                    uuid primary key,
  username              text not null unique check (username ~ '^[a-z0-9]([a-z0-9._-]{1,30})[a-z0-9]$'),
  display_name          text not null,
  status_text           text not null default '',
  password_hash         text,
  roles                 text not null default 'user' check (roles in ('user', 'user admin')),
  enabled               boolean not null default true,
  avatar_key            text,
  created_at            timestamptz not null,
  updated_at            timestamptz not null,
  version               bigint not null default 1,
  who_may_request_me    text not null default 'everyone'
                        check (who_may_request_me in ('everyone', 'connections_of_connections', 'nobody')),
  discoverable          boolean not null default true,
  read_receipts         boolean not null default true,
  presence_visible      boolean not null default true,
  muted_kinds           text not null default '',
  browser_notifications boolean not null default false,
  quiet_from            text,
  quiet_to              text,
  quiet_zone            text,
  locale                text not null default 'en',
  theme                 text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  settings_version      bigint not null default 1
);
comment on column users.muted_kinds is 'kinds of notification that are switched off, separated by blanks';
comment on column users.password_hash is 'argon2id, encoded; null for people who only sign in elsewhere';
-- The directory pages by username; its search finds any part of either name.
create index users_directory on users (username) where enabled and discoverable;
create index users_search on users using gin ((username || ' ' || lower(display_name)) gin_trgm_ops)
  where enabled and discoverable;

create table user_avatar (
  user_id    uuid primary key references users on delete cascade,
  media_type text not null,
  image      bytea not null
);

create table one_time_token (
  hash       bytea primary key,
  purpose    text not null check (purpose in ('setup', 'password_reset')),
  user_id    uuid references users on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
comment on table one_time_token is 'Links that work once; only the SHA-256 of the token is kept';

-- signin -------------------------------------------------------------------------------------

create table sign_in (
  id                uuid primary key,
  user_id           uuid not null references users on delete cascade,
  device            text not null,
  address           text not null,
  created_at        timestamptz not null,
  last_used_at      timestamptz not null,
  access_expires_at timestamptz not null,
  idle_expires_at   timestamptz not null,
  expires_at        timestamptz not null,
  ended_at          timestamptz,
  ended_why         text
);
comment on column sign_in.access_expires_at is 'when the newest access token of this sign-in expires';
create index sign_in_of_user on sign_in (user_id, created_at desc) where ended_at is null;

create table refresh_token (
  hash        bytea primary key,
  id          uuid not null unique,
  sign_in_id  uuid not null references sign_in on delete cascade,
  parent_id   uuid,
  created_at  timestamptz not null,
  -- set when this token, or the access token issued with it, was first used: its parent is dead from then on
  proven_at   timestamptz
);
create index refresh_token_of_sign_in on refresh_token (sign_in_id);
create index refresh_token_children on refresh_token (parent_id);

create table ws_ticket (
  hash       bytea primary key,
  sign_in_id uuid not null references sign_in on delete cascade,
  expires_at timestamptz not null
);

create table signing_key (
  kid         text primary key,
  private_jwk text not null,
  created_at  timestamptz not null,
  signs_from  timestamptz not null,
  signs_until timestamptz not null,
  retires_at  timestamptz not null
);

create table throttle (
  key           text primary key,
  failures      integer not null,
  blocked_until timestamptz not null,
  updated_at    timestamptz not null
);

-- connection ---------------------------------------------------------------------------------

create table user_connection (
  id                  uuid primary key,
  sender_id           uuid not null references users on delete cascade,
  receiver_id         uuid not null references users on delete cascade,
  status              text not null
                      check (status in ('pending', 'approved', 'rejected', 'withdrawn', 'expired', 'removed')),
  note                text not null default '',
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  expires_at          timestamptz,
  version             bigint not null default 1,
  -- The receiver's own view: an ignored request, or one that went quiet by a block, still is pending to its sender.
  quiet               boolean not null default false,
  receiver_version    bigint not null default 1,
  receiver_updated_at timestamptz not null,
  check (sender_id <> receiver_id)
);
-- One live relation at most for each unordered pair of users.
create unique index user_connection_live on user_connection (least(sender_id, receiver_id), greatest(sender_id, receiver_id))
  where status in ('pending', 'approved');
create index user_connection_sent on user_connection (sender_id, id desc);
create index user_connection_received on user_connection (receiver_id, id desc);
create index user_connection_sent_live on user_connection (sender_id, status, id desc) where status in ('pending', 'approved');
create index user_connection_received_live on user_connection (receiver_id, status, id desc) where status in ('pending', 'approved');
create index user_connection_expiry on user_connection (expires_at) where status = 'pending';

create table connection_ledger (
  id            bigint generated always as identity primary key,
  at            timestamptz not null,
  connection_id uuid not null,
  sender_id     uuid not null,
  receiver_id   uuid not null,
  actor_id      uuid,
  change        text not null,
  reason        text not null default '',
  -- both: either side may know; otherwise only this user (an ignore, a block, a quiet request)
  known_to      uuid
);
comment on table connection_ledger is 'Every change of a relation, append-only; actor null is the system';
create index connection_ledger_of on connection_ledger (connection_id, id);
create function connection_ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the connection ledger is append-only';
end $$;
create trigger connection_ledger_append_only before update or delete or truncate on connection_ledger
  for each statement execute function connection_ledger_is_append_only();

create table block (
  blocker_id uuid not null references users on delete cascade,
  blocked_id uuid not null references users on delete cascade,
  created_at timestamptz not null,
  primary key (blocker_id, blocked_id),
  check (blocker_id <> blocked_id)
);
create index block_of on block (blocked_id, blocker_id);

create table connection_link (
  id          uuid primary key,
  owner_id    uuid not null references users on delete cascade,
  code        text not null unique,
  uses        integer not null check (uses > 0),
  uses_left   integer not null check (uses_left >= 0),
  auto_accept boolean not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  revoked_at  timestamptz
);
create index connection_link_of on connection_link (owner_id, id desc);

create table connection_link_use (
  link_id    uuid not null references connection_link on delete cascade,
  user_id    uuid not null references users on delete cascade,
  used_at    timestamptz not null,
  primary key (link_id, user_id)
);

-- notification -------------------------------------------------------------------------------

create table notification (
  id         uuid primary key,
  user_id    uuid not null references users on delete cascade,
  kind       text not null,
  subject_id uuid not null,
  other_id   uuid references users on delete cascade,
  created_at timestamptz not null,
  read_at    timestamptz
);
create index notification_of on notification (user_id, id desc);
create index notification_unread on notification (user_id, subject_id) where read_at is null;

-- journal ------------------------------------------------------------------------------------

create table journal_head (
  user_id uuid primary key,
  epoch   text not null,
  head    bigint not null default 0,
  floor   bigint not null default 0
);
comment on column journal_head.floor is 'events up to and including this seq were trimmed';

create table journal_event (
  user_id uuid not null,
  seq     bigint not null,
  type    text not null,
  subject uuid not null,
  at      timestamptz not null,
  primary key (user_id, seq)
);
comment on column journal_event.subject is 'the entity the event is about, shown as it is when the event is read';
create index journal_event_age on journal_event (at);
