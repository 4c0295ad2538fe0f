ALTER TABLE "people" ADD COLUMN "locale" text DEFAULT 'nl' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_known_locale" CHECK ("people"."locale" in ('nl', 'en-NL'));