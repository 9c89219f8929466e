-- Administrators look through all relations by what changed last, and may delete a record.

create index user_connection_changed on user_connection (status, updated_at, id);
create index user_connection_sent_changed on user_connection (sender_id, status, updated_at, id);
create index user_connection_received_changed on user_connection (receiver_id, status, updated_at, id);

create table deleted_connection (
  id          uuid primary key,
  sender_id   uuid not null references users on delete cascade,
  receiver_id uuid not null references users on delete cascade,
  status      text not null,
  created_at  timestamptz not null,
  deleted_at  timestamptz not null,
  version     bigint not null
);
comment on table deleted_connection is
  'That there was a record: its ledger stays, and devices that were away still learn how it ended';
create index deleted_connection_between on deleted_connection (sender_id, receiver_id);
