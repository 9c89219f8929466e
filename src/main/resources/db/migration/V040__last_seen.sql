-- When people were last here.

create table last_seen (
  user_id uuid primary key references users on delete cascade,
  at      timestamptz not null
) with (fillfactor = 70);
comment on table last_seen is 'Written when somebody has gone; who is here now is known from their live sessions';
