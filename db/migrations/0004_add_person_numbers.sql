CREATE TABLE "person_checks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"trajectory" integer NOT NULL,
	"person_key" text NOT NULL,
	"kind" text NOT NULL,
	"result" text NOT NULL,
	"way" text NOT NULL,
	"explanation" text,
	"checked_by" uuid NOT NULL,
	"checked_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "person_checks_kind" CHECK ("person_checks"."kind" in ('permit', 'employment')),
	CONSTRAINT "person_checks_result" CHECK ("person_checks"."result" in ('confirmed', 'differs', 'unknown')),
	CONSTRAINT "person_checks_way" CHECK ("person_checks"."way" in ('service', 'by_hand')),
	CONSTRAINT "person_checks_explained" CHECK (("person_checks"."way" = 'by_hand') = ("person_checks"."explanation" is not null))
);
--> statement-breakpoint
CREATE TABLE "person_number_openings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"trajectory" integer NOT NULL,
	"use" text NOT NULL,
	"reason" text,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "person_number_openings_use" CHECK ("person_number_openings"."use" in ('show', 'ask')),
	CONSTRAINT "person_number_openings_reason" CHECK ("person_number_openings"."use" = 'ask' or coalesce("person_number_openings"."reason", '') <> '')
);
--> statement-breakpoint
CREATE TABLE "person_numbers" (
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_key" text NOT NULL,
	"number" "bytea",
	"kept_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"destroy_on" date DEFAULT legal_today() NOT NULL,
	"destroyed_at" timestamp with time zone,
	CONSTRAINT "person_numbers_application_id_person_key_pk" PRIMARY KEY("application_id","person_key"),
	CONSTRAINT "person_numbers_destroyed_whole" CHECK (("person_numbers"."number" is null) = ("person_numbers"."destroyed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "person_checks" ADD CONSTRAINT "person_checks_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_checks" ADD CONSTRAINT "person_checks_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_number_openings" ADD CONSTRAINT "person_number_openings_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_number_openings" ADD CONSTRAINT "person_number_openings_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_numbers" ADD CONSTRAINT "person_numbers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_checks_application" ON "person_checks" USING btree ("application_id","trajectory");--> statement-breakpoint
CREATE INDEX "person_number_openings_application" ON "person_number_openings" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "person_numbers_due" ON "person_numbers" USING btree ("destroy_on") WHERE "person_numbers"."destroyed_at" is null;