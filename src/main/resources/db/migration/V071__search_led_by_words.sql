-- As an array the conversation is of use to no other index: somebody who is in one large conversation and many small
-- ones was led through all messages of the large one, in the order of their ids, for a word that hardly any of them has.
drop index message_text_search;
create index message_text_search on message_text using gin ((array[conversation_id]), body gin_trgm_ops);
