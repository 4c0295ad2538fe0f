ALTER TABLE "lots" DROP CONSTRAINT "lots_pkey";--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_application_id_draw_id_pk" PRIMARY KEY("application_id","draw_id");
