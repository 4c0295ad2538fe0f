#!/bin/sh
# Runs once, in a new database: the owner is no superuser, and only a superuser can make the role of backups.
set -e
psql --username="$POSTGRES_USER" --dbname=postgres --set=ON_ERROR_STOP=1 --set=password="$OWNER_PASSWORD" <<'SQL'
create role portal_owner login createrole password :'password';
create role portal_backup login bypassrls;
grant portal_backup to portal_owner with admin option, inherit false, set false;
create database portal owner portal_owner;
SQL
