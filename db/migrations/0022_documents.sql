CREATE TYPE "public"."media_type" AS ENUM('application/pdf', 'image/png', 'image/jpeg');--> statement-breakpoint
CREATE TYPE "public"."scan" AS ENUM('clean', 'unscanned', 'waiting', 'infected');--> statement-breakpoint
CREATE TABLE "document_chunks" (
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "document_chunks_document_id_number_pk" PRIMARY KEY("document_id","number")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"application_version" integer DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"media_type" "media_type" NOT NULL,
	"size_bytes" integer NOT NULL,
	"content_key" text NOT NULL,
	"scan" "scan" NOT NULL,
	"scanned_at" timestamp with time zone,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "documents_once" UNIQUE("application_id","kind","content_key"),
	CONSTRAINT "documents_kind" CHECK ("documents"."kind" in ('bank_statement', 'signed_plan', 'kvk_extract', 'other')),
	CONSTRAINT "documents_size" CHECK ("documents"."size_bytes" between 1 and 10485760)
);
--> statement-breakpoint
ALTER TABLE "document_chunks" ADD CONSTRAINT "document_chunks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_uploader" ON "documents" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "documents_waiting" ON "documents" USING btree ("uploaded_at") WHERE "documents"."scan" = 'waiting';