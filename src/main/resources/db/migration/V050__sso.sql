-- Single sign-on: who signs in by which provider, and what of a provider's tokens must be remembered.

create table sso_identity (
  id           uuid primary key,
  user_id      uuid not null references users on delete cascade,
  issuer       text not null,
  subject      text not null,
  name         text not null,
  gave_admin   boolean not null default false,
  linked_at    timestamptz not null,
  last_used_at timestamptz,
  unique (issuer, subject)
);
comment on table sso_identity is 'Somebody at a provider, and which user that is here';
comment on column sso_identity.name is 'what the provider calls them, for the list of ways to sign in';
comment on column sso_identity.gave_admin is 'whether a group there made the user an administrator';
create index sso_identity_of_user on sso_identity (user_id);

create table sso_sign_in (
  sign_in_id  uuid primary key references sign_in on delete cascade,
  identity_id uuid not null references sso_identity on delete cascade,
  session     text,
  program     text
);
comment on table sso_sign_in is 'Sign-ins by a provider';
comment on column sso_sign_in.session is 'the session at the provider (sid)';
comment on column sso_sign_in.program is 'for sign-ins by a token of the provider itself: the program that it was issued to';
create index sso_sign_in_of_identity on sso_sign_in (identity_id);
create index sso_sign_in_of_session on sso_sign_in (session) where session is not null;

create table sso_used_token (
  hash       bytea primary key,
  expires_at timestamptz not null
);
comment on table sso_used_token is 'Tokens of providers that work no second time, until they have expired';
create index sso_used_token_age on sso_used_token (expires_at);

create table sso_logout (
  issuer  text not null,
  subject text,
  session text,
  at      timestamptz not null,
  check (subject is not null or session is not null)
);
comment on table sso_logout is 'Whom a provider has signed out, so that no older token of theirs signs in afterwards';
create index sso_logout_of_session on sso_logout (issuer, session) where session is not null;
create index sso_logout_of_subject on sso_logout (issuer, subject) where session is null;
create index sso_logout_age on sso_logout (at);

-- A role that anybody took is given by nobody any more: who gives it next, owns it.
create function forget_given_admin() returns trigger language plpgsql as $$
begin
  update sso_identity set gave_admin = false where user_id = new.id and gave_admin;
  return null;
end $$;
create trigger users_admin_taken after update of roles on users
  for each row when (old.roles = 'user admin' and new.roles = 'user')
  execute function forget_given_admin();
