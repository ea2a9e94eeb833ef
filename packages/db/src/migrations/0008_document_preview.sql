ALTER TABLE "document" ADD COLUMN "preview_key" text;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "pages" integer;