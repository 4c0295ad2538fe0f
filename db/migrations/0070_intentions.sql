ALTER TABLE "intended_refusals" RENAME TO "intentions";--> statement-breakpoint
ALTER TABLE "intentions" RENAME CONSTRAINT "intended_refusals_pkey" TO "intentions_pkey";--> statement-breakpoint
ALTER TABLE "intentions" DROP CONSTRAINT "intended_refusals_one_per_version";--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_kind_known";--> statement-breakpoint
ALTER TABLE "intentions" RENAME CONSTRAINT "intended_refusals_reasoned" TO "intentions_reasoned";--> statement-breakpoint
ALTER TABLE "intentions" RENAME CONSTRAINT "intended_refusals_answered_whole" TO "intentions_answered_whole";--> statement-breakpoint
ALTER TABLE "intentions" RENAME CONSTRAINT "intended_refusals_one_end" TO "intentions_one_end";--> statement-breakpoint
ALTER TABLE "letter_concepts" DROP CONSTRAINT "letter_concepts_kind_known";--> statement-breakpoint
ALTER TABLE "intentions" RENAME CONSTRAINT "intended_refusals_application_id_applications_id_fk" TO "intentions_application_id_applications_id_fk";--> statement-breakpoint
ALTER TABLE "intentions" RENAME CONSTRAINT "intended_refusals_intended_by_people_id_fk" TO "intentions_intended_by_people_id_fk";--> statement-breakpoint
ALTER TABLE "intentions" RENAME CONSTRAINT "intended_refusals_responded_by_people_id_fk" TO "intentions_responded_by_people_id_fk";--> statement-breakpoint
DROP INDEX "intended_refusals_until";--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "asked_on" date;--> statement-breakpoint
ALTER TABLE "intentions" ADD COLUMN "kind" text NOT NULL DEFAULT 'refusal';--> statement-breakpoint
ALTER TABLE "intentions" ALTER COLUMN "kind" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "intentions" ADD COLUMN "keep" integer[];--> statement-breakpoint
ALTER TABLE "intentions" ADD COLUMN "dropped_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "intentions_one_per_version" ON "intentions" USING btree ("application_id","application_version") WHERE "intentions"."kind" = 'refusal';--> statement-breakpoint
CREATE UNIQUE INDEX "intentions_one_open" ON "intentions" USING btree ("application_id") WHERE "intentions"."responded_at" is null and "intentions"."lapsed_at" is null and "intentions"."dropped_at" is null;--> statement-breakpoint
CREATE INDEX "intentions_until" ON "intentions" USING btree ("until_on","id") WHERE "intentions"."responded_at" is null and "intentions"."lapsed_at" is null and "intentions"."dropped_at" is null;--> statement-breakpoint
CREATE INDEX "intentions_heard" ON "intentions" USING btree ("until_on","id") WHERE "intentions"."kind" = 'lowering' and "intentions"."dropped_at" is null and ("intentions"."responded_at" is not null or "intentions"."lapsed_at" is not null);--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind_known" CHECK ("kind" in ('receipt', 'completion_request', 'intended_refusal', 'intended_lowering', 'delay_notice', 'default_notice', 'reserve', 'decision'));--> statement-breakpoint
ALTER TABLE "intentions" ADD CONSTRAINT "intentions_kind_known" CHECK ("intentions"."kind" in ('refusal', 'lowering'));--> statement-breakpoint
ALTER TABLE "intentions" ADD CONSTRAINT "intentions_keep" CHECK (("intentions"."kind" = 'lowering') = ("intentions"."keep" is not null));--> statement-breakpoint
ALTER TABLE "intentions" ADD CONSTRAINT "intentions_drop_lowering" CHECK ("intentions"."dropped_at" is null or "intentions"."kind" = 'lowering');--> statement-breakpoint
ALTER TABLE "letter_concepts" ADD CONSTRAINT "letter_concepts_kind_known" CHECK (kind in ('completion_request', 'intended_refusal', 'intended_lowering', 'delay_notice', 'default_notice'));