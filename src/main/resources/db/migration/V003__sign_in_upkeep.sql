-- Where somebody usually signs in is asked at every sign-in, also of sign-ins that have ended.

create index sign_in_known on sign_in (user_id, address);
create index sign_in_age on sign_in (expires_at);
