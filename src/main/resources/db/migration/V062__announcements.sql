-- What administrators announce to everybody, and who has been told.

create table announcement (
  id           uuid primary key,
  text         text not null,
  level        text not null check (level in ('info', 'warning', 'critical')),
  starts_at    timestamptz not null,
  ends_at      timestamptz check (ends_at > starts_at),
  created_at   timestamptz not null,
  created_by   text not null,
  withdrawn_at timestamptz
);
create index announcement_standing on announcement (starts_at) where withdrawn_at is null;
create index announcement_withdrawn on announcement (withdrawn_at) where withdrawn_at is not null;

create table announcement_told (
  announcement_id uuid not null references announcement on delete cascade,
  user_id         uuid not null references users on delete cascade,
  withdrawn       boolean not null default false,
  primary key (announcement_id, user_id)
);
comment on table announcement_told is 'In whose journal it stands: it is written there when somebody is here to read it';
comment on column announcement_told.withdrawn is 'whether its withdrawal stands there as well';
