-- A message mentions users, whatever they or others are called later.

alter table message add column mentioned uuid[];
comment on column message.mentioned is 'the members whom it mentions; null when there are none';

-- A name means the one who bore it in the conversation when the message got its words.
update message m set mentioned = named.ids
from (
  select g.id, array_agg(u.id order by u.username collate "C") as ids
  from message g
  join users u on u.username = any (g.mentions) and u.created_at <= coalesce(g.edited_at, g.created_at)
  join conversation_member c on c.conversation_id = g.conversation_id and c.user_id = u.id
  where g.mentions is not null
  group by g.id
) as named
where m.id = named.id;

alter table message drop column mentions;
