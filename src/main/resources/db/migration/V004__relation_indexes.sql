-- Every list of relations reads its page and no more: an index for each side by status, newest first.

update user_connection set quiet = false where quiet and status <> 'pending';
alter table user_connection add constraint user_connection_quiet check (not quiet or status = 'pending');
comment on column user_connection.quiet is
  'the receiver''s own view: ignored, or from somebody they block; to its sender it is pending like any other';

drop index user_connection_sent;
drop index user_connection_received;
drop index user_connection_sent_live;
drop index user_connection_received_live;
create index user_connection_sent on user_connection (sender_id, status, id desc) include (receiver_id);
create index user_connection_received on user_connection (receiver_id, status, quiet, id desc) include (sender_id);
-- The newest request from one person to another: the cool-down, and acts that name a person.
create index user_connection_between on user_connection (sender_id, receiver_id, id desc);

drop index connection_link_of;
create index connection_link_of on connection_link (owner_id, id desc) where revoked_at is null and uses_left > 0;
create index connection_link_use_of on connection_link_use (user_id);

-- Lower case by Unicode, whatever the locale of the database is.
drop index users_search;
create index users_search on users
  using gin ((username || ' ' || lower(display_name collate "und-x-icu")) gin_trgm_ops)
  where enabled and discoverable;
