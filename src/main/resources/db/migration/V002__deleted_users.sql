-- A deleted account keeps its row, emptied, so that what others share with it stays whole.

alter table users add column deleted_at timestamptz;
comment on column users.deleted_at is 'when the account was deleted; nothing of the person is left in this row then';
alter table users add constraint users_deleted check (
  deleted_at is null
  or (not enabled and not discoverable and password_hash is null and avatar_key is null
      and roles = 'user' and username ~ '^deleted-[0-9a-f]{12}$'));
