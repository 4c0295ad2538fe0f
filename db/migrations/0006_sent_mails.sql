CREATE TYPE "public"."mail_kind" AS ENUM('receipt', 'decision');--> statement-breakpoint
CREATE TYPE "public"."mail_outcome" AS ENUM('sent', 'refused');--> statement-breakpoint
CREATE TABLE "sent_mails" (
	"kind" "mail_kind" NOT NULL,
	"application_id" uuid NOT NULL,
	"application_version" integer NOT NULL,
	"recipient_key" text NOT NULL,
	"outcome" "mail_outcome" NOT NULL,
	"at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "sent_mails_once" PRIMARY KEY("application_id","application_version","kind","recipient_key")
);
--> statement-breakpoint
ALTER TABLE "sent_mails" ADD CONSTRAINT "sent_mails_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;