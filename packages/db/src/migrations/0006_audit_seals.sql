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
ALTER TABLE "audit_break" ADD CONSTRAINT "audit_break_run" FOREIGN KEY ("run_id") REFERENCES "public"."audit_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_run_one_open" ON "audit_run" USING btree ("kind") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "audit_run_last" ON "audit_run" USING btree ("kind","started_at");--> statement-breakpoint
CREATE INDEX "audit_seal_leaf_record" ON "audit_seal_leaf" USING btree ("tenant_id","customer_id","seal");--> statement-breakpoint
CREATE INDEX "proposal_of_customer" ON "proposal" USING btree ("tenant_id","customer_id");