-- Texts that were copied in lower case only are folded again, conversation by conversation, while they can be searched.
alter table message_text_progress add column outdated boolean not null default true;
alter table message_text_progress alter column outdated set default false;
comment on column message_text_progress.outdated is 'whether its texts were folded by an earlier rule';
create index message_text_outdated on message_text_progress (conversation_id) where outdated;
