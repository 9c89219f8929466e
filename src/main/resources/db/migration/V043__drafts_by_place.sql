-- Whose draft and where, in one look-up: somebody may have begun many.
drop index draft_of;
create index draft_of on draft (user_id, conversation_id);
