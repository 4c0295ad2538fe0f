ALTER TYPE "public"."move_name" ADD VALUE 'end_reserve' BEFORE 'lower';--> statement-breakpoint
ALTER TYPE "public"."move_name" ADD VALUE 'reconsider' BEFORE 'lower';--> statement-breakpoint
ALTER TABLE "suspensions" DROP CONSTRAINT "suspensions_ground_known";--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "reconsiders" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "reconsidered_on" date;--> statement-breakpoint
ALTER TABLE "windows" ADD COLUMN "reserve_until" date;--> statement-breakpoint
ALTER TABLE "window_plans" ADD COLUMN "reserve_until" date;--> statement-breakpoint
CREATE INDEX "applications_reconsidered" ON "applications" USING btree ("line_id","year","rank_day") WHERE "applications"."reconsiders";--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_reserve_ends_after_closing" CHECK ("windows"."reserve_until" >= legal_day("windows"."closes_at"));--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_ground_known" CHECK (ground in ('wait', 'consent', 'applicant', 'force_majeure', 'foreign_information'));