-- What is met soon on the way back from the newest message is found without the index of words.
create index message_text_in_order on message_text (conversation_id, message_id);
