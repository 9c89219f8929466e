-- Files that belong to messages; their bytes stand in tables of their own, so that reading a row stays small.

create table attachment (
  id              uuid primary key,
  owner_id        uuid not null references users on delete cascade,
  name            text not null,
  media_type      text not null,
  size            bigint not null,
  width           integer,
  height          integer,
  created_at      timestamptz not null,
  conversation_id uuid,
  message_id      uuid,
  seq             bigint,
  place           integer,
  removed_at      timestamptz,
  check ((message_id is null) = (conversation_id is null) and (message_id is null) = (seq is null))
);
comment on table attachment is 'Of one message, or of none yet: then its owner alone sees it';
comment on column attachment.seq is 'its message''s, so that who may see it is known without reading the message';
comment on column attachment.removed_at is 'since then it is nobody''s to see; the next sweep takes it away';
create index attachment_of_message on attachment (message_id) where message_id is not null;
create index attachment_unused on attachment (created_at) where message_id is null;
create index attachment_removed on attachment (removed_at) where removed_at is not null;
create index attachment_of_owner on attachment (owner_id, id);

create table attachment_part (
  attachment_id uuid not null references attachment on delete cascade,
  place         integer not null,
  bytes         bytea not null,
  primary key (attachment_id, place)
);
comment on table attachment_part is 'The bytes of attachments in order, cut small enough to pass through memory one by one';
alter table attachment_part alter column bytes set storage external;

create table attachment_thumbnail (
  attachment_id uuid primary key references attachment on delete cascade,
  bytes         bytea not null
);
alter table attachment_thumbnail alter column bytes set storage external;

create table attachment_usage (
  user_id uuid primary key references users on delete cascade,
  bytes   bigint not null
);
comment on table attachment_usage is 'How many bytes somebody''s attachments have together';

alter table message add column attached boolean not null default false;
comment on column message.attached is 'whether there are attachments to read';
