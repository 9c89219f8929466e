-- What administrators see and do: accounts in any order, and the audit log.

-- account ------------------------------------------------------------------------------------

alter table users add column disabled_reason text;
alter table users add column last_sign_in_at timestamptz;
update users set last_sign_in_at = (select max(created_at) from sign_in where user_id = users.id);

-- One index finds a name among all; who may be found by everybody is looked at afterwards.
drop index users_search;
create index users_search on users using gin ((username || chr(10) || lower(display_name collate "und-x-icu")) gin_trgm_ops);
create index users_by_age on users (created_at, id) where deleted_at is null;
create index users_by_sign_in on users ((coalesce(last_sign_in_at, timestamptz '1970-01-01 00:00:00+00')), id) where deleted_at is null;
create index users_administrators on users (username) where roles = 'user admin';
create index users_disabled on users (username) where not enabled and deleted_at is null;

-- audit --------------------------------------------------------------------------------------

create table audit (
  id        uuid primary key,
  at        timestamptz not null,
  actor_id  uuid,
  actor     text,
  act       text not null,
  target_id uuid,
  target    text,
  other     text,
  reason    text,
  address   text,
  outcome   text not null check (outcome in ('done', 'refused')),
  detail    jsonb not null default '{}'
);
comment on table audit is 'Who did what to whom, append-only; names are those of that moment, and no foreign key: the log outlives accounts';
comment on column audit.actor is 'null: the system, or somebody unknown';
create index audit_of_actor on audit (actor, id);
create index audit_of_actor_by_act on audit (actor, act, id);
create index audit_of_target on audit (target, id) where target is not null;
create index audit_of_other on audit (other, id) where other is not null;
create index audit_of_act on audit (act, id);
comment on column audit.other is 'the second person, where an act is about two';
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function audit_is_append_only();
