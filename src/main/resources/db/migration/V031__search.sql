-- What messages say, folded for the search and apart from the messages, so that sending one does not wait for its index.

create extension if not exists btree_gin;

create table message_text (
  message_id      uuid primary key,
  conversation_id uuid not null,
  seq             bigint not null,
  sender_id       uuid not null,
  sent_at         timestamptz not null,
  body            text not null
);
comment on table message_text is 'Written shortly after a message is sent, and with each edit and deletion';
-- Conversation and text together: what others write elsewhere costs a search nothing, however common its words are.
create index message_text_search on message_text using gin (conversation_id, body gin_trgm_ops);

create table message_text_progress (
  conversation_id uuid primary key references conversation on delete cascade,
  seq             bigint not null
);
comment on table message_text_progress is 'Up to which message a conversation can be searched';
