-- An endpoint alone proves nothing: another user who names it has a subscription of their own.
alter table push_subscription drop constraint if exists push_subscription_endpoint_key;
create unique index push_subscription_of_endpoint on push_subscription (endpoint, user_id);
