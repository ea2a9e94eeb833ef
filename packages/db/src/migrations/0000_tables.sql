CREATE TABLE "api_key" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_key_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "attempt" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status_code" integer,
	"duration_ms" integer NOT NULL,
	"answer" text NOT NULL,
	"error" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "attempt_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"action" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"body" text NOT NULL,
	"previous" "bytea",
	"hash" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_entry_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "audit_position" UNIQUE("tenant_id","customer_id","position")
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"program" text DEFAULT 'standard' NOT NULL,
	"external_id" text,
	"email" text,
	"display_name" text DEFAULT '' NOT NULL,
	"customer_status" text NOT NULL,
	"status_changed_at" timestamp with time zone NOT NULL,
	"status_change_id" uuid,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"expected_by" timestamp with time zone,
	"delay_announced_at" timestamp with time zone,
	"expedited" boolean DEFAULT false NOT NULL,
	"assigned_to" uuid,
	"open_run_id" uuid,
	"open_proposal_id" uuid,
	"needs_person" boolean DEFAULT false NOT NULL,
	"profile_version" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"revision" bigint DEFAULT 0 NOT NULL,
	"audit_head" "bytea",
	"audit_position" integer DEFAULT 0 NOT NULL,
	"data_key" "bytea",
	"key_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "customer_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "declaration" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"words" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "declaration_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"status" text NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"first_attempt" integer DEFAULT 1 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"queued_attempt" integer DEFAULT 0 NOT NULL,
	"queued_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "delivery_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "delivery_once" UNIQUE("tenant_id","event_id","endpoint_id")
);
--> statement-breakpoint
CREATE TABLE "document" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"state" text NOT NULL,
	"type" text,
	"bytes" integer,
	"width" integer,
	"height" integer,
	"hash" text,
	"file_key" text,
	"requirement_id" uuid,
	"warnings" text[] DEFAULT '{}' NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"uploaded_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "document_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "document_state" CHECK ("document"."state" in ('EXPECTED', 'HELD', 'CURRENT', 'REPLACED', 'REMOVED')),
	CONSTRAINT "document_file" CHECK ("document"."state" = 'EXPECTED' or "document"."state" = 'REMOVED' or "document"."file_key" is not null)
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"based_on_version" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "draft_subject" UNIQUE("tenant_id","customer_id","subject")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid,
	"type" text NOT NULL,
	"sequence" integer NOT NULL,
	"body" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"relayed_at" timestamp with time zone,
	CONSTRAINT "event_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"tenant_id" uuid NOT NULL,
	"key" text NOT NULL,
	"procedure" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"answer" "bytea",
	"key_id" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_key_tenant_id_key_pk" PRIMARY KEY("tenant_id","key")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"queued_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "note" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "partner" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"branding" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"support_email" text NOT NULL,
	"account_manager" text NOT NULL,
	"return_url" text,
	"review_policy" text DEFAULT 'WHEN_FLAGGED' NOT NULL,
	"policy_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_link" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "portal_link_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "portal_session" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "portal_session_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "profile" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"change_request_id" uuid,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "profile_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "profile_version" UNIQUE("tenant_id","customer_id","version")
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"status" text NOT NULL,
	"proposed_by" uuid,
	"proposed_by_kind" text NOT NULL,
	"decided_by" uuid,
	"reason_code" text,
	"temporary" boolean,
	"sealed" "bytea",
	"based_on_version" integer NOT NULL,
	"based_on_revision" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "proposal_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "proposal_state" UNIQUE("tenant_id","id","status"),
	CONSTRAINT "proposal_four_eyes" CHECK ("proposal"."status" <> 'CONFIRMED' or ("proposal"."decided_by" is not null and "proposal"."decided_by" is distinct from "proposal"."proposed_by"))
);
--> statement-breakpoint
CREATE TABLE "check_status" (
	"status" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"initial" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_capability" (
	"status" text NOT NULL,
	"capability" text NOT NULL,
	CONSTRAINT "customer_capability_status_capability_pk" PRIMARY KEY("status","capability")
);
--> statement-breakpoint
CREATE TABLE "customer_status" (
	"status" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"initial" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_transition" (
	"from_status" text NOT NULL,
	"event" text NOT NULL,
	"to_status" text NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "customer_transition_from_status_event_to_status_people_pk" PRIMARY KEY("from_status","event","to_status","people")
);
--> statement-breakpoint
CREATE TABLE "delivery_status" (
	"status" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"initial" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_status" (
	"status" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"initial" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requirement_status" (
	"status" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"initial" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoint_status" (
	"status" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"initial" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requirement" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"run_id" uuid,
	"code" text NOT NULL,
	"field" text,
	"document_kind" text,
	"sealed" "bytea",
	"status" text NOT NULL,
	"round" integer NOT NULL,
	"due_at" timestamp with time zone,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	CONSTRAINT "requirement_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "run" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"attempt" integer NOT NULL,
	"profile_version" integer NOT NULL,
	"snapshot" "bytea" NOT NULL,
	"snapshot_hash" "bytea" NOT NULL,
	"review_policy" text NOT NULL,
	"policy_version" integer NOT NULL,
	"proposal_id" uuid,
	"outcome" text,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "run_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "run_attempt" UNIQUE("tenant_id","customer_id","purpose","attempt")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'auditor' NOT NULL,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_rate_limit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "staff_rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "staff_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_two_factor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "status_change" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"from_status" text NOT NULL,
	"event" text NOT NULL,
	"to_status" text NOT NULL,
	"people" integer NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"reason_code" text,
	"temporary" boolean,
	"sealed" "bytea",
	"run_id" uuid,
	"proposal_id" uuid,
	"proposal_status" text,
	"occurred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "status_change_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "status_change_version" UNIQUE("tenant_id","customer_id","version"),
	CONSTRAINT "status_change_target" UNIQUE("tenant_id","customer_id","id","to_status"),
	CONSTRAINT "status_change_two_people" CHECK ("status_change"."people" = 1 or ("status_change"."proposal_id" is not null and "status_change"."proposal_status" = 'CONFIRMED'))
);
--> statement-breakpoint
CREATE TABLE "tenant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"clock_offset" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenant_side" UNIQUE("partner_id","mode"),
	CONSTRAINT "tenant_mode" CHECK ("tenant"."mode" in ('TEST', 'LIVE')),
	CONSTRAINT "tenant_live_clock" CHECK ("tenant"."mode" = 'TEST' or "tenant"."clock_offset" = 0)
);
--> statement-breakpoint
CREATE TABLE "verification_check" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	"sealed" "bytea",
	"carried_from" uuid,
	"resolved" boolean DEFAULT false NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"due_at" timestamp with time zone,
	"queued_attempt" integer DEFAULT 0 NOT NULL,
	"queued_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "verification_check_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoint" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"url" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"event_types" text[] DEFAULT '{}' NOT NULL,
	"status" text NOT NULL,
	"disabled_because" text,
	"secrets" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_success_at" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "webhook_endpoint_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_tenant" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_delivery" FOREIGN KEY ("tenant_id","delivery_id") REFERENCES "public"."delivery"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer" ADD CONSTRAINT "customer_customer_status_customer_status_status_fk" FOREIGN KEY ("customer_status") REFERENCES "public"."customer_status"("status") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer" ADD CONSTRAINT "customer_tenant" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_status_delivery_status_status_fk" FOREIGN KEY ("status") REFERENCES "public"."delivery_status"("status") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_event" FOREIGN KEY ("tenant_id","event_id") REFERENCES "public"."event"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_endpoint" FOREIGN KEY ("tenant_id","endpoint_id") REFERENCES "public"."webhook_endpoint"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_link" ADD CONSTRAINT "portal_link_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_session" ADD CONSTRAINT "portal_session_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile" ADD CONSTRAINT "profile_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_status_proposal_status_status_fk" FOREIGN KEY ("status") REFERENCES "public"."proposal_status"("status") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_capability" ADD CONSTRAINT "customer_capability_status_customer_status_status_fk" FOREIGN KEY ("status") REFERENCES "public"."customer_status"("status") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_transition" ADD CONSTRAINT "customer_transition_from_status_customer_status_status_fk" FOREIGN KEY ("from_status") REFERENCES "public"."customer_status"("status") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_transition" ADD CONSTRAINT "customer_transition_to_status_customer_status_status_fk" FOREIGN KEY ("to_status") REFERENCES "public"."customer_status"("status") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_status_requirement_status_status_fk" FOREIGN KEY ("status") REFERENCES "public"."requirement_status"("status") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_account" ADD CONSTRAINT "staff_account_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_two_factor" ADD CONSTRAINT "staff_two_factor_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_transition" FOREIGN KEY ("from_status","event","to_status","people") REFERENCES "public"."customer_transition"("from_status","event","to_status","people") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_proposal" FOREIGN KEY ("tenant_id","proposal_id","proposal_status") REFERENCES "public"."proposal"("tenant_id","id","status") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant" ADD CONSTRAINT "tenant_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_check" ADD CONSTRAINT "verification_check_status_check_status_status_fk" FOREIGN KEY ("status") REFERENCES "public"."check_status"("status") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_check" ADD CONSTRAINT "check_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_check" ADD CONSTRAINT "check_run" FOREIGN KEY ("tenant_id","run_id") REFERENCES "public"."run"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_status_webhook_endpoint_status_status_fk" FOREIGN KEY ("status") REFERENCES "public"."webhook_endpoint_status"("status") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_tenant" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_hash" ON "api_key" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "attempt_of_delivery" ON "attempt" USING btree ("tenant_id","delivery_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_external_id" ON "customer" USING btree ("tenant_id","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_email" ON "customer" USING btree ("tenant_id","email") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "customer_list" ON "customer" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "customer_queue" ON "customer" USING btree ("customer_status","status_changed_at","id");--> statement-breakpoint
CREATE INDEX "customer_person" ON "customer" USING btree ("expedited","status_changed_at","id") WHERE needs_person;--> statement-breakpoint
CREATE INDEX "customer_by_id" ON "customer" USING btree ("id");--> statement-breakpoint
CREATE INDEX "customer_assigned" ON "customer" USING btree ("assigned_to","status_changed_at");--> statement-breakpoint
CREATE INDEX "declaration_customer" ON "declaration" USING btree ("tenant_id","customer_id");--> statement-breakpoint
CREATE INDEX "delivery_due" ON "delivery" USING btree ("due_at") WHERE status = 'PENDING';--> statement-breakpoint
CREATE INDEX "delivery_endpoint_list" ON "delivery" USING btree ("tenant_id","endpoint_id","created_at");--> statement-breakpoint
CREATE INDEX "document_customer" ON "document" USING btree ("tenant_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_sequence" ON "event" USING btree ("tenant_id","customer_id","sequence");--> statement-breakpoint
CREATE INDEX "event_order" ON "event" USING btree ("tenant_id","xid","id");--> statement-breakpoint
CREATE INDEX "event_waiting" ON "event" USING btree ("id") WHERE relayed_at is null;--> statement-breakpoint
CREATE INDEX "mail_waiting" ON "mail" USING btree ("created_at") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "note_customer" ON "note" USING btree ("tenant_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "portal_link_hash" ON "portal_link" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "portal_session_hash" ON "portal_session" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_one_open" ON "proposal" USING btree ("tenant_id","customer_id") WHERE status = 'OPEN';--> statement-breakpoint
CREATE INDEX "requirement_customer" ON "requirement" USING btree ("tenant_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_session_token" ON "staff_session" USING btree ("token");--> statement-breakpoint
CREATE INDEX "staff_session_staff" ON "staff_session" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "check_of_run" ON "verification_check" USING btree ("tenant_id","run_id");--> statement-breakpoint
CREATE INDEX "check_due" ON "verification_check" USING btree ("due_at") WHERE status = 'PENDING' and due_at is not null;