CREATE TABLE "answer_versions" (
	"application_id" uuid NOT NULL,
	"answers_version" integer NOT NULL,
	"organisation_id" uuid NOT NULL,
	"answers" text NOT NULL,
	"rank_day" date NOT NULL,
	"requested_cents" bigint NOT NULL,
	"superseded_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "answer_versions_application_id_answers_version_pk" PRIMARY KEY("application_id","answers_version")
);
--> statement-breakpoint
CREATE TABLE "completion_answers" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"answers" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "completion_concepts" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"items" jsonb NOT NULL,
	"due_on" date NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT portal_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "completion_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"application_version" integer NOT NULL,
	"items" jsonb NOT NULL,
	"shifts_rank" boolean GENERATED ALWAYS AS (items @> '[{"listed": true}]') STORED NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"asked_on" date NOT NULL,
	"due_on" date NOT NULL,
	"ended_on" date,
	"end" text,
	CONSTRAINT "completion_requests_one_per_version" UNIQUE("application_id","application_version"),
	CONSTRAINT "completion_requests_deadline_ahead" CHECK ("completion_requests"."due_on" > "completion_requests"."asked_on"),
	CONSTRAINT "completion_requests_something_asked" CHECK (jsonb_array_length("completion_requests"."items") > 0),
	CONSTRAINT "completion_requests_ended_whole" CHECK (num_nonnulls("completion_requests"."ended_on", "completion_requests"."end") in (0, 2)),
	CONSTRAINT "completion_requests_end_known" CHECK ("end" in ('completed', 'lapsed', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "answer_versions" ADD CONSTRAINT "answer_versions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_answers" ADD CONSTRAINT "completion_answers_request_id_completion_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."completion_requests"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_concepts" ADD CONSTRAINT "completion_concepts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_concepts" ADD CONSTRAINT "completion_concepts_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_requests" ADD CONSTRAINT "completion_requests_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_requests" ADD CONSTRAINT "completion_requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "completion_requests_one_open" ON "completion_requests" USING btree ("application_id") WHERE "completion_requests"."ended_on" is null;--> statement-breakpoint
CREATE INDEX "completion_requests_open" ON "completion_requests" USING btree ("due_on") WHERE "completion_requests"."ended_on" is null;