ALTER TABLE "partner" ADD COLUMN "check_providers" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "verification_check" ADD COLUMN "provider" text;--> statement-breakpoint
ALTER TABLE "verification_check" ADD COLUMN "subject_kind" text DEFAULT 'CUSTOMER' NOT NULL;--> statement-breakpoint
ALTER TABLE "verification_check" ADD COLUMN "subject_id" uuid;--> statement-breakpoint

-- Until now every kind was answered by the provider of its name, and every check was about the customer. What the sandbox
-- vendor was asked is whether a person's identity is known, which another vendor may be asked as well. Its passes carry over
-- under the new name, so the guard that holds a question still is off for this one statement.
alter table public.verification_check disable trigger check_update;
--> statement-breakpoint
update public.verification_check set provider = kind, subject_id = customer_id,
  kind = case kind when 'sandbox' then 'identity' else kind end;
--> statement-breakpoint
alter table public.verification_check enable trigger check_update;
--> statement-breakpoint
update public.requirement set asked_by = 'identity' where asked_by = 'sandbox';
--> statement-breakpoint
ALTER TABLE "verification_check" ALTER COLUMN "provider" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "verification_check" ALTER COLUMN "subject_id" SET NOT NULL;--> statement-breakpoint

-- A run names the version of the policy under which it was planned, so no policy changes under its version.
create function public.gatehouse_partner_update() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.review_policy, new.check_providers) is distinct from (old.review_policy, old.check_providers)
     and new.policy_version <> old.policy_version + 1 then
    perform public.gatehouse_refuse('a policy changes with its version');
  end if;
  return new;
end $$;
--> statement-breakpoint

create trigger partner_update before update on public.partner for each row execute function public.gatehouse_partner_update();
--> statement-breakpoint

-- Who is asked, and about whom, belong to the question.
create or replace function public.gatehouse_check_insert() returns trigger language plpgsql stable
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.resolved or (new.status = 'PENDING') <> (new.finished_at is null) then
    perform public.gatehouse_refuse('a check begins without a verdict');
  end if;
  if new.status = 'PENDING' then
    return new;
  end if;
  if new.kind = 'manual' then
    if new.sealed is null or new.carried_from is not null or not exists (
      select from public.customer c where c.tenant_id = new.tenant_id and c.id = new.customer_id and c.open_run_id = new.run_id
    ) then
      perform public.gatehouse_refuse('a verdict is given in words and only while its run is open');
    end if;
  elsif new.status <> 'PASSED' or not exists (
    select from public.verification_check v
    where v.tenant_id = new.tenant_id and v.id = new.carried_from and v.customer_id = new.customer_id
      and (v.kind, v.provider, v.subject_kind, v.subject_id) = (new.kind, new.provider, new.subject_kind, new.subject_id)
      and v.input_hash = new.input_hash and v.status = 'PASSED' and v.sealed is not distinct from new.sealed
  ) then
    perform public.gatehouse_refuse('only a pass of the same question carries over');
  end if;
  return new;
end $$;
--> statement-breakpoint

create or replace function public.gatehouse_check_update() returns trigger language plpgsql stable
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.tenant_id, new.id, new.customer_id, new.run_id, new.kind, new.provider, new.subject_kind, new.subject_id,
      new.input_hash, new.carried_from, new.created_at)
     is distinct from (old.tenant_id, old.id, old.customer_id, old.run_id, old.kind, old.provider, old.subject_kind, old.subject_id,
      old.input_hash, old.carried_from, old.created_at) then
    perform public.gatehouse_refuse('the question of a check never changes');
  end if;
  if old.status <> 'PENDING' then
    if (new.status, new.sealed, new.finished_at) is distinct from (old.status, old.sealed, old.finished_at) then
      perform public.gatehouse_refuse('a verdict never changes');
    end if;
  elsif (new.status, new.sealed, new.finished_at) is distinct from (old.status, old.sealed, old.finished_at) then
    if new.status = 'PENDING' or new.sealed is null or new.finished_at is null or not exists (
      select from public.customer c where c.tenant_id = new.tenant_id and c.id = new.customer_id and c.open_run_id = new.run_id
    ) then
      perform public.gatehouse_refuse('a verdict is given in words and only while its run is open');
    end if;
  end if;
  if old.resolved and not new.resolved then
    perform public.gatehouse_refuse('what a person answered for stays answered for');
  end if;
  return new;
end $$;
