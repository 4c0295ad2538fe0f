ALTER TYPE "public"."move_name" ADD VALUE 'grant_in_part_on_objection';--> statement-breakpoint
ALTER TABLE "intentions" DROP CONSTRAINT "intentions_keep";--> statement-breakpoint
ALTER TABLE "intentions" ADD COLUMN "kept" jsonb;--> statement-breakpoint
ALTER TABLE "intentions" ADD CONSTRAINT "intentions_kept" CHECK (("intentions"."kind" = 'lowering') = ("intentions"."kept" is not null));--> statement-breakpoint
ALTER TABLE "intentions" DROP COLUMN "keep";