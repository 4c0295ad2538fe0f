CREATE TABLE "bulk_grants" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"scheme" "scheme" NOT NULL,
	"day" date NOT NULL,
	"applications" integer NOT NULL,
	"amount_cents" bigint NOT NULL,
	"digest" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "bulk_grants_some" CHECK ("bulk_grants"."applications" > 0 and "bulk_grants"."amount_cents" > 0)
);
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "bulk_id" uuid;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "attention" integer;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "failed" integer;--> statement-breakpoint
ALTER TABLE "bulk_grants" ADD CONSTRAINT "bulk_grants_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_grants_day" ON "bulk_grants" USING btree ("scheme","day");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_bulk_id_bulk_grants_id_fk" FOREIGN KEY ("bulk_id") REFERENCES "public"."bulk_grants"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_bulk" ON "decisions" USING btree ("bulk_id") WHERE "decisions"."bulk_id" is not null;