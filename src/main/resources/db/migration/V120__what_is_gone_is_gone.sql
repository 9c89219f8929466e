-- What a message said before its edits goes with the message and with its author's account; so do the notes of requests.

delete from message_edit e using message m
where m.id = e.message_id
  and (m.deleted_at is not null or m.sender_id in (select id from users where deleted_at is not null));
comment on table message_edit is 'What a message said before its edits, the newest versions only; gone with the message and with its author''s account';

update user_connection c set note = '' from users u where u.id = c.sender_id and u.deleted_at is not null and c.note <> '';

-- A draft without words answers something, and what it answers is there for who writes it.
update draft d set reply_to = null
where d.reply_to is not null and not exists (
  select 1 from message m
  join conversation_member me on me.conversation_id = m.conversation_id and me.user_id = d.user_id
  where m.id = d.reply_to and m.conversation_id = d.conversation_id and m.seq > me.joined_seq);
delete from draft where reply_to is null and btrim(body, E' \t\r\n') = '';
