-- What was sent is known by its occasion within its application: "receipt:2", "decision:5". A rewrite of the column,
-- because the rows themselves are never changed.
ALTER TABLE "sent_mails" DROP CONSTRAINT "sent_mails_once";--> statement-breakpoint
ALTER TABLE "sent_mails" ALTER COLUMN "kind" SET DATA TYPE text USING "kind"::text || ':' || "application_version";--> statement-breakpoint
ALTER TABLE "sent_mails" RENAME COLUMN "kind" TO "occasion";--> statement-breakpoint
ALTER TABLE "sent_mails" DROP COLUMN "application_version";--> statement-breakpoint
ALTER TABLE "sent_mails" ADD CONSTRAINT "sent_mails_once" PRIMARY KEY("application_id","occasion","recipient_key");--> statement-breakpoint
DROP TYPE "public"."mail_kind";
