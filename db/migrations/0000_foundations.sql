CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- The clock of every window, rank day and deadline.
CREATE FUNCTION portal_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ select now() $$;
