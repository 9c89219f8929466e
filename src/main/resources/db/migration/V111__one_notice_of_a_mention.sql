-- Somebody is told of a message that mentions them once. Of several notices the newest stays.

delete from notification older
using notification newer
where older.kind = 'message.mentioned' and newer.kind = older.kind
  and newer.user_id = older.user_id and newer.subject_id = older.subject_id and newer.id > older.id;

create unique index notification_of_mention on notification (user_id, subject_id) where kind = 'message.mentioned';

-- Nobody needs to notice what they cannot see.
update notification n set read_at = now()
where n.kind = 'message.mentioned' and n.read_at is null and not exists (
  select 1 from message g
  join conversation_member m on m.conversation_id = g.conversation_id and m.user_id = n.user_id
    and m.left_at is null and m.joined_seq < g.seq
  where g.id = n.subject_id and g.deleted_at is null);
