ALTER TABLE "default_notices" DROP CONSTRAINT "default_notices_application_id_unique";--> statement-breakpoint
ALTER TABLE "default_notices" ADD COLUMN "due_on" date NOT NULL;--> statement-breakpoint
ALTER TABLE "default_notices" ADD CONSTRAINT "default_notices_one_of_a_term" UNIQUE("application_id","due_on");--> statement-breakpoint
ALTER TABLE "default_notices" ADD CONSTRAINT "default_notices_after_term" CHECK ("default_notices"."received_on" > "default_notices"."due_on");