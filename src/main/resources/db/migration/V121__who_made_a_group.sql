-- Who made a group and when, so that nobody makes them without end.

alter table conversation add column made_by uuid;
comment on column conversation.made_by is 'who made the group, a deleted account too; null for direct conversations and older groups';
create index conversation_made on conversation (made_by, created_at) where made_by is not null;
