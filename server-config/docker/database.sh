#!/usr/bin/env bash
# Makes, in a fresh PostgreSQL, a database each for Parley and Keycloak, each with an owner of its own.
set -euo pipefail
for name in parley keycloak; do
  psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set name="$name" --set password="$(<"/run/secrets/$name-db-password")" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
SQL
done
