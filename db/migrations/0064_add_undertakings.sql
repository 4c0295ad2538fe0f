CREATE TABLE "undertakings" (
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"key" text NOT NULL,
	"is_own" boolean NOT NULL,
	CONSTRAINT "undertakings_application_id_key_pk" PRIMARY KEY("application_id","key")
);
--> statement-breakpoint
ALTER TABLE "undertakings" ADD CONSTRAINT "undertakings_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "undertakings_key" ON "undertakings" USING btree ("key");