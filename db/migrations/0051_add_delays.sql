CREATE TABLE "default_notices" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "default_notices_application_id_unique" UNIQUE("application_id")
);
--> statement-breakpoint
CREATE TABLE "delay_notices" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"expected_on" date NOT NULL,
	"reason" text NOT NULL,
	"told_by" uuid NOT NULL,
	"told_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "delay_notices_each_later" UNIQUE("application_id","expected_on"),
	CONSTRAINT "delay_notices_later" CHECK ("delay_notices"."expected_on" > "delay_notices"."due_on"),
	CONSTRAINT "delay_notices_reasoned" CHECK ("delay_notices"."reason" <> '')
);
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_kind_known";--> statement-breakpoint
ALTER TABLE "default_notices" ADD CONSTRAINT "default_notices_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_notices" ADD CONSTRAINT "default_notices_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delay_notices" ADD CONSTRAINT "delay_notices_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delay_notices" ADD CONSTRAINT "delay_notices_told_by_people_id_fk" FOREIGN KEY ("told_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "default_notices_received" ON "default_notices" USING btree ("received_on");--> statement-breakpoint
CREATE INDEX "delay_notices_application" ON "delay_notices" USING btree ("application_id","told_at");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind_known" CHECK ("kind" in ('receipt', 'completion_request', 'intended_refusal', 'delay_notice', 'default_notice', 'reserve', 'decision'));