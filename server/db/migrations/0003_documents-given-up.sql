ALTER TABLE "cases" ADD COLUMN "erased_at" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "problem" text;