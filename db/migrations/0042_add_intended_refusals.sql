CREATE TABLE "intended_refusals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"application_version" integer NOT NULL,
	"grounds" text[] NOT NULL,
	"explanation" text NOT NULL,
	"until_on" date NOT NULL,
	"intended_by" uuid NOT NULL,
	"intended_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"response" text,
	"responded_by" uuid,
	"responded_at" timestamp with time zone,
	"lapsed_at" timestamp with time zone,
	CONSTRAINT "intended_refusals_one_per_version" UNIQUE("application_id","application_version"),
	CONSTRAINT "intended_refusals_reasoned" CHECK (cardinality("intended_refusals"."grounds") > 0 and "intended_refusals"."explanation" <> ''),
	CONSTRAINT "intended_refusals_answered_whole" CHECK (num_nonnulls("intended_refusals"."response", "intended_refusals"."responded_by", "intended_refusals"."responded_at") in (0, 3)),
	CONSTRAINT "intended_refusals_one_end" CHECK (num_nonnulls("intended_refusals"."responded_at", "intended_refusals"."lapsed_at") <= 1)
);
--> statement-breakpoint
ALTER TABLE "intended_refusals" ADD CONSTRAINT "intended_refusals_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intended_refusals" ADD CONSTRAINT "intended_refusals_intended_by_people_id_fk" FOREIGN KEY ("intended_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intended_refusals" ADD CONSTRAINT "intended_refusals_responded_by_people_id_fk" FOREIGN KEY ("responded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "intended_refusals_until" ON "intended_refusals" USING btree ("until_on") WHERE "intended_refusals"."responded_at" is null and "intended_refusals"."lapsed_at" is null;