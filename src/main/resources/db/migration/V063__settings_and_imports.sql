-- Settings that administrators change while the application runs, and people brought in from a file.

create table setting (
  key        text primary key,
  value      text not null,
  changed_at timestamptz not null
);
comment on table setting is 'What differs from the configuration; every node reads it again every two seconds';

create table user_import (
  id         uuid primary key,
  created_at timestamptz not null,
  created_by text not null,
  state      text not null check (state in ('running', 'done', 'failed')),
  total      integer not null,
  done       integer not null default 0,
  failed     integer not null default 0,
  seen_at    timestamptz not null
);
comment on column user_import.seen_at is 'the last sign of life of the node that works on it; the lines themselves are nowhere but in its memory';
-- One at a time.
create unique index user_import_running on user_import (state) where state = 'running';

create table user_import_line (
  import_id          uuid not null references user_import on delete cascade,
  line               integer not null,
  username           text,
  outcome            text not null check (outcome in ('created', 'exists', 'refused')),
  code               text,
  message            text,
  password_reset_url text,
  primary key (import_id, line)
);
comment on column user_import_line.password_reset_url is 'taken away when the link works no longer';
