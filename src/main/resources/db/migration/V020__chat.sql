-- Conversations, their members, messages, reactions and drafts.

-- conversation -------------------------------------------------------------------------------

create table conversation (
  id               uuid primary key,
  kind             text not null check (kind in ('direct', 'group')),
  title            text,
  user_low         uuid,
  user_high        uuid,
  open             boolean not null default true,
  last_seq         bigint not null default 0,
  member_count     integer not null,
  created_at       timestamptz not null,
  last_activity_at timestamptz not null,
  version          bigint not null default 1,
  check ((kind = 'direct') = (user_low is not null and user_high is not null and title is null)),
  check (user_low < user_high)
) with (fillfactor = 70);
comment on column conversation.open is 'whether its members may write: a direct one is closed while the two are not connected; changed in the transaction of the connection under the lock of this row, which every writer takes';
comment on column conversation.last_seq is 'the seq of its newest message; a message takes the next one under the lock of this row';
create unique index conversation_direct on conversation (user_low, user_high);

create table conversation_member (
  id              uuid not null unique,
  conversation_id uuid not null references conversation on delete cascade,
  user_id         uuid not null references users on delete cascade,
  role            text not null check (role in ('owner', 'member')),
  joined_at       timestamptz not null,
  joined_seq      bigint not null default 0,
  left_at         timestamptz,
  read_seq        bigint not null default 0,
  delivered_seq   bigint not null default 0,
  skipped         bigint not null default 0,
  muted           boolean not null default false,
  pinned          boolean not null default false,
  archived        boolean not null default false,
  version         bigint not null default 1,
  primary key (conversation_id, user_id)
) with (fillfactor = 70);
comment on column conversation_member.joined_seq is 'messages up to and including this one are not theirs to see';
comment on column conversation_member.skipped is 'messages after read_seq that are never unread: their own and deleted ones; unread is last_seq - read_seq - skipped';
create index conversation_member_of on conversation_member (user_id, conversation_id) where left_at is null;

create table conversation_news (
  conversation_id uuid not null references conversation on delete cascade,
  type            text not null,
  slot            uuid not null,
  subject         uuid not null,
  noted_at        timestamptz not null,
  primary key (conversation_id, type, slot)
);
comment on table conversation_news is 'Changes in groups too large to tell each member of each; handed on together every second';
comment on column conversation_news.slot is 'the subject, but the conversation for new messages: of those only the newest is told';

-- message ------------------------------------------------------------------------------------

-- Its conversation and sender are checked under the conversation's lock; foreign keys would cost every message a trigger
-- each, and a message stays when its sender's account goes.
create table message (
  id              uuid primary key,
  conversation_id uuid not null,
  seq             bigint not null,
  sender_id       uuid not null,
  client_id       text collate "C" not null,
  body            text not null,
  mentions        text[],
  reply_to        uuid,
  reacted         boolean not null default false,
  created_at      timestamptz not null,
  edited_at       timestamptz,
  deleted_at      timestamptz,
  version         bigint not null default 1
);
comment on column message.client_id is 'chosen by the sender: the same one again is the same message, for ever';
comment on column message.reacted is 'whether there may be reactions to read';
create unique index message_in_order on message (conversation_id, seq);
create unique index message_once on message (sender_id, client_id);

create table message_edit (
  message_id  uuid not null references message on delete cascade,
  version     bigint not null,
  body        text not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null,
  primary key (message_id, version)
);
comment on table message_edit is 'What a message said before it was edited or deleted, for administrators';

create table message_reaction (
  message_id uuid not null references message on delete cascade,
  emoji      text collate "C" not null,
  user_id    uuid not null references users on delete cascade,
  created_at timestamptz not null,
  primary key (message_id, emoji, user_id)
);
create index message_reaction_of on message_reaction (user_id);

create table draft (
  conversation_id uuid not null references conversation on delete cascade,
  user_id         uuid not null references users on delete cascade,
  body            text not null,
  reply_to        uuid,
  updated_at      timestamptz not null,
  primary key (conversation_id, user_id)
);
create index draft_of on draft (user_id);

-- Those who were connected before there were conversations have theirs.
insert into conversation (id, kind, user_low, user_high, member_count, created_at, last_activity_at)
select gen_random_uuid(), 'direct', least(sender_id, receiver_id), greatest(sender_id, receiver_id), 2, updated_at, updated_at
from user_connection where status = 'approved';
insert into conversation_member (id, conversation_id, user_id, role, joined_at)
select gen_random_uuid(), c.id, u, 'member', c.created_at
from conversation c cross join lateral unnest(array[c.user_low, c.user_high]) u;
