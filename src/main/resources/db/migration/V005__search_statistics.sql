-- One condition finds either name: a line break stands between them, which no name and no search contains.
drop index users_search;
create index users_search on users
  using gin ((username || chr(10) || lower(display_name collate "und-x-icu")) gin_trgm_ops)
  where enabled and discoverable;
-- How common a word is decides whether a search follows the names in order or collects its few matches.
create statistics users_search_names on (username || chr(10) || lower(display_name collate "und-x-icu")) from users;
