ALTER TABLE "document" ADD COLUMN "source_hash" text;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "same_as" uuid;