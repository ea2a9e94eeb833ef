CREATE TABLE "document_status" (
	"status" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"initial" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enablement_status" (
	"status" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"initial" boolean NOT NULL
);
--> statement-breakpoint
-- The states that documents may be in already; migrating brings the table to the whole declaration afterwards.
INSERT INTO "document_status" VALUES
	('EXPECTED', 'Expected', true),
	('HELD', 'Held', false),
	('CURRENT', 'Current', false),
	('REPLACED', 'Replaced', false),
	('REMOVED', 'Removed', false);
--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_state_document_status_status_fk" FOREIGN KEY ("state") REFERENCES "public"."document_status"("status") ON DELETE no action ON UPDATE no action;
