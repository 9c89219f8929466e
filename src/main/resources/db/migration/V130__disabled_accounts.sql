-- Who knows somebody from a conversation: the viewer is in it, and the other one was while they were.
create view shared_conversation as
select mine.user_id, theirs.user_id as other_id
from conversation_member mine
join conversation_member theirs on theirs.conversation_id = mine.conversation_id
where mine.left_at is null and (theirs.left_at is null or theirs.left_at > mine.joined_at);

comment on column conversation.open is 'whether its members may write: a direct one is closed while the two are not connected, or an account of them is disabled; changed in the transaction of that under the lock of this row, which every writer takes';

-- Conversations that accounts disabled before have left open, and groups that nobody can lead.
create temporary table changed on commit drop as
with closed as (
  update conversation c set open = false, version = version + 1
  where c.kind = 'direct' and c.open
    and exists (select 1 from users u where u.id in (c.user_low, c.user_high) and not u.enabled)
  returning c.id),
led as (
  update conversation_member m set role = 'owner'
  where m.id in (
    select (
      select h.id from conversation_member h join users u on u.id = h.user_id and u.enabled
      where h.conversation_id = c.id and h.left_at is null order by h.joined_at, h.id limit 1)
    from conversation c
    where c.kind = 'group' and c.open and not exists (
      select 1 from conversation_member o join users u on u.id = o.user_id and u.enabled
      where o.conversation_id = c.id and o.role = 'owner' and o.left_at is null))
  returning m.conversation_id as id),
versioned as (
  update conversation c set version = version + 1 from led where c.id = led.id returning c.id)
select id from closed union all select id from versioned;

-- Their members' devices hear of it when they come back.
with told as (
  select m.user_id, m.conversation_id,
    row_number() over (partition by m.user_id order by m.conversation_id) as n
  from changed join conversation_member m on m.conversation_id = changed.id and m.left_at is null),
moved as (
  update journal_head h set head = h.head + sum.n
  from (select user_id, count(*) as n from told group by user_id) as sum
  where h.user_id = sum.user_id
  returning h.user_id, h.head - sum.n as head)
insert into journal_event (user_id, seq, type, subject, at)
select told.user_id, moved.head + told.n, 'conversation.updated', told.conversation_id, now()
from told join moved on moved.user_id = told.user_id;
