DELETE FROM "sessions";--> statement-breakpoint
ALTER TABLE "employments" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mandates" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "employments" CASCADE;--> statement-breakpoint
DROP TABLE "mandates" CASCADE;--> statement-breakpoint
ALTER TABLE "sessions" DROP CONSTRAINT "sessions_organisation_id_organisations_id_fk";
--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "assurance" SET DATA TYPE text;--> statement-breakpoint
DROP TYPE "public"."assurance";--> statement-breakpoint
CREATE TYPE "public"."assurance" AS ENUM('loa2', 'loa2plus', 'loa3', 'loa4');--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "assurance" SET DATA TYPE "public"."assurance" USING "assurance"::"public"."assurance";--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "branch_number" char(12);--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "intermediary_kvk_number" char(8);--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "branch_number" char(12);--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_level_of_employer" CHECK (("sessions"."organisation_id" is null) = ("sessions"."assurance" is null));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_represented" CHECK ("sessions"."organisation_id" is not null or ("sessions"."intermediary_kvk_number" is null and "sessions"."branch_number" is null));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_intermediary_kvk_number" CHECK ("sessions"."intermediary_kvk_number" ~ '^[0-9]{8}$');--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_branch_number" CHECK ("sessions"."branch_number" ~ '^[0-9]{12}$');