CREATE TABLE "letter_concepts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "letter_concepts_one_of_a_kind" UNIQUE("application_id","kind"),
	CONSTRAINT "letter_concepts_kind_known" CHECK (kind in ('completion_request', 'intended_refusal', 'delay_notice', 'default_notice'))
);
--> statement-breakpoint
ALTER TABLE "letter_concepts" ADD CONSTRAINT "letter_concepts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_concepts" ADD CONSTRAINT "letter_concepts_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;