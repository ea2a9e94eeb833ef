ALTER TABLE "audit_run" ADD COLUMN "seal_hash" "bytea";
--> statement-breakpoint

-- A run is what it is because it began at the beginning, went forward and ended once. Whether anybody looked is not for the
-- database to know; that takes more than one statement to pretend.
create function public.gatehouse_audit_run_insert() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if num_nonnulls(new.ended_at, new.cursor_tenant_id, new.cursor_customer_id, new.seal_hash) > 0
     or (new.seals, new.records, new.broken) <> (0, 0, 0) then
    perform public.gatehouse_refuse('an audit run begins open, and at the beginning');
  end if;
  return new;
end $$;
--> statement-breakpoint

create trigger audit_run_insert before insert on public.audit_run for each row execute function public.gatehouse_audit_run_insert();
--> statement-breakpoint

create function public.gatehouse_audit_run_update() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.ended_at is not null then
    perform public.gatehouse_refuse('an audit run ends once');
  end if;
  if new.seals < old.seals or new.records < old.records or new.broken < old.broken
     or (new.cursor_tenant_id, new.cursor_customer_id) < (old.cursor_tenant_id, old.cursor_customer_id) then
    perform public.gatehouse_refuse('an audit run goes forward');
  end if;
  if (new.seals, new.seal_hash) is distinct from (old.seals, old.seal_hash) and (
    new.seals > coalesce((select max(s.number) from public.audit_seal s), 0)
    or new.seal_hash is distinct from (select s.hash from public.audit_seal s where s.number = new.seals)
  ) then
    perform public.gatehouse_refuse('an audit run has seen only seals that stand');
  end if;
  return new;
end $$;
--> statement-breakpoint

create trigger audit_run_update before update on public.audit_run for each row execute function public.gatehouse_audit_run_update();
--> statement-breakpoint

-- A leaf is the head of its record, which moved since it was last sealed. Stable: the head is that of the statement that
-- gathers it, and so a snapshot that was held back may gather none.
create or replace function public.gatehouse_audit_seal_leaf_insert() returns trigger language plpgsql stable
  set search_path = pg_catalog, public, pg_temp as $$
declare
  sealed_position int;
  sealed_head bytea;
begin
  if new.seal <> coalesce((select max(s.number) from public.audit_seal s), 0) + 1 then
    perform public.gatehouse_refuse('nothing is added to a seal that is closed');
  end if;
  select l.position, l.head into sealed_position, sealed_head from public.audit_seal_leaf l
  where l.tenant_id = new.tenant_id and l.customer_id = new.customer_id order by l.seal desc limit 1;
  if current_setting('transaction_isolation') <> 'read committed' or (new.position, new.head) is not distinct from (sealed_position, sealed_head)
     or not exists (
    select from public.customer c
    where c.tenant_id = new.tenant_id and c.id = new.customer_id and c.audit_position = new.position and c.audit_head = new.head
  ) then
    perform public.gatehouse_refuse('a leaf is the head of a record that moved');
  end if;
  return new;
end $$;
--> statement-breakpoint

-- Seals come one after the other, and each covers the leaves that were gathered for it, of which there are some.
create or replace function public.gatehouse_audit_seal_insert() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  last_number integer;
  last_hash bytea;
begin
  select s.number, s.hash into last_number, last_hash from public.audit_seal s order by s.number desc limit 1;
  if new.number <> coalesce(last_number, 0) + 1 or new.previous is distinct from last_hash
     or new.hash <> sha256(coalesce(new.previous, ''::bytea) || convert_to(new.body, 'UTF8')) then
    perform public.gatehouse_refuse('a seal continues the one before');
  end if;
  if new.leaves = 0 or new.leaves <> (select count(*) from public.audit_seal_leaf l where l.seal = new.number) then
    perform public.gatehouse_refuse('a seal covers the heads that were gathered for it');
  end if;
  return new;
end $$;
