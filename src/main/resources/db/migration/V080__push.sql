-- Web push: the key by which push services know this server, and the browsers that want pushes.

create table push_key (
  the_only_one boolean primary key default true check (the_only_one),
  private_jwk  text not null,
  created_at   timestamptz not null
);
comment on table push_key is 'Made once: a browser gives its subscription to this key alone';

create table push_subscription (
  id         uuid primary key,
  user_id    uuid not null references users on delete cascade,
  sign_in_id uuid not null references sign_in on delete cascade,
  endpoint   text not null unique,
  public_key bytea not null check (length(public_key) = 65),
  auth       bytea not null check (length(auth) = 16),
  created_at timestamptz not null
);
comment on column push_subscription.sign_in_id is 'the sign-in that made it, with which it ends';
create index push_subscription_of on push_subscription (user_id, id);
create index push_subscription_by on push_subscription (sign_in_id);
