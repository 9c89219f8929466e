-- Names are looked for as the application folds them, which no function of the database does. The next migration fills
-- the column; the one after it makes its index.
alter table users add column folded_names text not null default '';
comment on column users.folded_names is 'username and display name as a search folds them, a line break between: no query has one';
drop index users_search;
drop statistics users_search_names;
