-- Pictures of groups, pages of their members, and bell entries that say what they said when they were made.

alter table conversation add column picture_key uuid;
comment on column conversation.picture_key is 'under which name the group''s picture is served; null without one';

create table conversation_picture (
  key             uuid primary key,
  conversation_id uuid not null unique references conversation on delete cascade,
  image           bytea not null
);

create index conversation_member_in_order on conversation_member (conversation_id, joined_at, id) where left_at is null;

alter table notification add column other_name text;
comment on column notification.other_name is 'what the other one was called then; null once their account has gone';
update notification n set other_name = u.display_name from users u where u.id = n.other_id and u.deleted_at is null;

create index notification_about on notification (other_id);
create index notification_unread_of on notification (subject_id) where read_at is null;
