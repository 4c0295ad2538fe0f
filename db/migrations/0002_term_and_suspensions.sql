-- The windows so far counted their term from closing.
CREATE TABLE "suspensions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"started_on" date NOT NULL,
	"resumes_on" date NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"ended_on" date,
	"ended_by" uuid,
	CONSTRAINT "suspensions_ground_known" CHECK (ground in ('consent', 'applicant', 'force_majeure', 'foreign_information')),
	CONSTRAINT "suspensions_reasoned" CHECK ("suspensions"."reason" <> ''),
	CONSTRAINT "suspensions_ahead" CHECK ("suspensions"."resumes_on" > "suspensions"."started_on"),
	CONSTRAINT "suspensions_ended_whole" CHECK (num_nonnulls("suspensions"."ended_on", "suspensions"."ended_by") in (0, 2)),
	CONSTRAINT "suspensions_ended_between" CHECK ("suspensions"."ended_on" between "suspensions"."started_on" and "suspensions"."resumes_on")
);
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_kind_known";--> statement-breakpoint
ALTER TABLE "letter_concepts" DROP CONSTRAINT "letter_concepts_kind_known";--> statement-breakpoint
ALTER TABLE "windows" ADD COLUMN "term_from" text DEFAULT 'closing' NOT NULL;--> statement-breakpoint
ALTER TABLE "windows" ALTER COLUMN "term_from" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "window_plans" ADD COLUMN "term_from" text DEFAULT 'closing' NOT NULL;--> statement-breakpoint
ALTER TABLE "window_plans" ALTER COLUMN "term_from" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "suspensions_one_open" ON "suspensions" USING btree ("application_id") WHERE "suspensions"."ended_on" is null;--> statement-breakpoint
CREATE INDEX "suspensions_application" ON "suspensions" USING btree ("application_id","started_at");--> statement-breakpoint
CREATE INDEX "suspensions_resumes" ON "suspensions" USING btree ("resumes_on","id") WHERE "suspensions"."ended_on" is null;--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_term_from_known" CHECK (term_from in ('receipt', 'completeness', 'closing'));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind_known" CHECK ("kind" in ('receipt', 'completion_request', 'intended_refusal', 'intended_lowering', 'delay_notice', 'default_notice', 'reserve', 'suspension', 'resumption', 'decision'));--> statement-breakpoint
ALTER TABLE "letter_concepts" ADD CONSTRAINT "letter_concepts_kind_known" CHECK (kind in ('completion_request', 'intended_refusal', 'intended_lowering', 'delay_notice', 'default_notice', 'suspension'));