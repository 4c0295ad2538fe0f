ALTER TABLE "messages" DROP CONSTRAINT "messages_kind_known";--> statement-breakpoint
ALTER TABLE "suspensions" ADD COLUMN "asked_on" date;--> statement-breakpoint
CREATE INDEX "suspensions_to_ask" ON "suspensions" USING btree ("id") WHERE "suspensions"."ground" = 'wait' and "suspensions"."ended_on" is null and "suspensions"."asked_on" is null;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind_known" CHECK ("kind" in ('receipt', 'completion_request', 'intended_refusal', 'intended_lowering', 'delay_notice', 'default_notice', 'reserve', 'suspension', 'resumption', 'wait_question', 'decision'));--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_asked_to_wait" CHECK ("suspensions"."asked_on" is null or "suspensions"."ground" = 'wait');