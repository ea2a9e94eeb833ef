CREATE TABLE "audit_break" (
	"run_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"what" text NOT NULL,
	"seal" integer,
	"tenant_id" uuid,
	"customer_id" uuid,
	"position" integer,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_break_run_id_id_pk" PRIMARY KEY("run_id","id"),
	CONSTRAINT "audit_break_of" CHECK (num_nonnulls("audit_break"."tenant_id", "audit_break"."customer_id", "audit_break"."position") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "audit_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"cursor_tenant_id" uuid,
	"cursor_customer_id" uuid,
	"seals" integer DEFAULT 0 NOT NULL,
	"records" integer DEFAULT 0 NOT NULL,
	"broken" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "audit_run_kind" CHECK ("audit_run"."kind" in ('SEAL', 'VERIFY'))
);
--> statement-breakpoint
CREATE TABLE "audit_seal" (
	"number" integer PRIMARY KEY NOT NULL,
	"leaves" integer NOT NULL,
	"root" "bytea" NOT NULL,
	"body" text NOT NULL,
	"previous" "bytea",
	"hash" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_seal_leaf" (
	"seal" integer NOT NULL,
	"tenant_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"head" "bytea" NOT NULL,
	CONSTRAINT "audit_seal_leaf_seal_tenant_id_customer_id_pk" PRIMARY KEY("seal","tenant_id","customer_id")
);
--> statement-breakpoint
CREATE TABLE "link_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"name" text NOT NULL,
	"key" text NOT NULL,
	"spent" bigint NOT NULL,
	"resets_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rate_limit_name_key_pk" PRIMARY KEY("name","key")
);
--> statement-breakpoint
CREATE TABLE "staff_network" (
	"staff_id" uuid NOT NULL,
	"network" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_network_staff_id_network_pk" PRIMARY KEY("staff_id","network")
);
--> statement-breakpoint
CREATE TABLE "staff_audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"action" text NOT NULL,
	"about" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP TABLE "staff_rate_limit" CASCADE;--> statement-breakpoint
DROP INDEX "delivery_due";--> statement-breakpoint
ALTER TABLE "mail" ALTER COLUMN "customer_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "source_hash" text;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "same_as" uuid;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "preview_key" text;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "pages" integer;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "key_id" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "customer_transition" ADD COLUMN "by" text DEFAULT 'engine' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_session" ADD COLUMN "second_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_two_factor" ADD COLUMN "last_step" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "verification_check" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD COLUMN "probe_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD COLUMN "slow" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_break" ADD CONSTRAINT "audit_break_run" FOREIGN KEY ("run_id") REFERENCES "public"."audit_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_network" ADD CONSTRAINT "staff_network_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_audit" ADD CONSTRAINT "staff_audit_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_run_one_open" ON "audit_run" USING btree ("kind") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "audit_run_last" ON "audit_run" USING btree ("kind","started_at");--> statement-breakpoint
CREATE INDEX "audit_seal_leaf_record" ON "audit_seal_leaf" USING btree ("tenant_id","customer_id","seal");--> statement-breakpoint
CREATE INDEX "link_request_created" ON "link_request" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "rate_limit_resets" ON "rate_limit" USING btree ("resets_at");--> statement-breakpoint
CREATE INDEX "staff_audit_staff" ON "staff_audit" USING btree ("staff_id","created_at");--> statement-breakpoint
CREATE INDEX "delivery_waiting" ON "delivery" USING btree ("tenant_id","endpoint_id","due_at","id") WHERE status = 'PENDING' and queued_attempt < attempt;--> statement-breakpoint
CREATE INDEX "delivery_in_flight" ON "delivery" USING btree ("tenant_id","endpoint_id") WHERE status = 'PENDING' and queued_attempt = attempt;--> statement-breakpoint
CREATE INDEX "proposal_of_customer" ON "proposal" USING btree ("tenant_id","customer_id");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_sealed_once" CHECK (("mail"."customer_id" is null) = ("mail"."key_id" is not null));--> statement-breakpoint
-- Tokens were stored as they are until now. Everyone signs in again, and only hashes are kept.
DELETE FROM "staff_session";
