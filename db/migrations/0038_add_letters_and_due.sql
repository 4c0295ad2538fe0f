CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"content" "bytea" NOT NULL,
	"sha256" "bytea" NOT NULL,
	"published_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"published_on" date NOT NULL,
	"object_until" date,
	CONSTRAINT "letters_sha256_unique" UNIQUE("sha256"),
	CONSTRAINT "letters_once" UNIQUE("application_id","kind","about"),
	CONSTRAINT "letters_hash" CHECK ("letters"."sha256" = sha256("letters"."content")),
	CONSTRAINT "letters_object_later" CHECK ("letters"."object_until" > "letters"."published_on")
);
--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_application" ON "letters" USING btree ("application_id","published_at");--> statement-breakpoint
CREATE INDEX "applications_due" ON "applications" USING btree ("due_on","case_number") WHERE "applications"."state" in ('submitted', 'completion_requested', 'in_review', 'refusal_intended', 'proposed', 'reserve_list');