create index users_search on users using gin (folded_names gin_trgm_ops);
analyze users (folded_names);
