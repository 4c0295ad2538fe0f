CREATE TABLE "installation" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"is_demo" boolean NOT NULL,
	CONSTRAINT "installation_one_row" CHECK ("installation"."is_only")
);
--> statement-breakpoint
ALTER TABLE "window_plans" DROP CONSTRAINT "window_plans_made_known";--> statement-breakpoint
ALTER TABLE "rules_versions" ADD COLUMN "assumed" text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "windows" ADD COLUMN "publication_number" text;--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_publication_number" CHECK (publication_number ~ '^Stcrt[.] [0-9]{4}, [1-9][0-9]{0,5}$');--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_made_known" CHECK (publication ~ '^Stcrt[.] [0-9]{4}, [1-9][0-9]{0,5}$');