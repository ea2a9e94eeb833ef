DROP INDEX "delivery_due";--> statement-breakpoint
ALTER TABLE "mail" ALTER COLUMN "customer_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "key_id" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "verification_check" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD COLUMN "probe_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD COLUMN "slow" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "delivery_waiting" ON "delivery" USING btree ("tenant_id","endpoint_id","due_at","id") WHERE status = 'PENDING' and queued_attempt < attempt;--> statement-breakpoint
CREATE INDEX "delivery_in_flight" ON "delivery" USING btree ("tenant_id","endpoint_id") WHERE status = 'PENDING' and queued_attempt = attempt;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_sealed_once" CHECK (("mail"."customer_id" is null) = ("mail"."key_id" is not null));