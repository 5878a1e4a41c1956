DROP INDEX "tasks_open";--> statement-breakpoint
ALTER TABLE "signers" ALTER COLUMN "name" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "declined_note" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "path" text NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_open" ON "tasks" USING btree ("case_id","kind","path") WHERE "tasks"."done_at" is null;