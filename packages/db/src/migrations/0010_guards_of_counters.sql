-- Counters, events and the audit agree with each other. Like every guard: qualified names, a fixed search_path, SQLSTATE
-- GH001. They judge what is written from now on and look at no row that is there already. A customer and all that follows
-- from a change is written by one statement, and triggers after it see the whole of it.

-- Was the newest audit entry of this customer written by this very transaction? Nothing is audited without the customer's
-- own row moving on, so whatever asks for this is written with that row or not at all. What was written inside a savepoint
-- does not count: its rows bear the number of the savepoint.
create function public.gatehouse_audited_now(tenant uuid, customer uuid) returns boolean language plpgsql stable
  set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (
    select from public.customer c
    join public.audit_entry a on a.tenant_id = c.tenant_id and a.customer_id = c.id and a.position = c.audit_position
    where c.tenant_id = tenant and c.id = customer and a.xmin = pg_current_xact_id()::xid
  );
end $$;
--> statement-breakpoint

-- A customer is born in the lifecycle's initial status, at version 0, and waits for nothing.
create or replace function public.gatehouse_customer_insert() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.version <> 0 or new.status_change_id is not null or new.open_run_id is not null or new.open_proposal_id is not null
     or not exists (select from public.customer_status s where s.status = new.customer_status and s.initial) then
    perform public.gatehouse_refuse('a customer can only be created in the initial status at version 0');
  end if;
  return new;
end $$;
--> statement-breakpoint

-- Counters step by one and never go back; identity never changes; a status moves with its version and its history.
create or replace function public.gatehouse_customer_update() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  moved boolean := new.customer_status is distinct from old.customer_status;
  profiled boolean := new.profile_version is distinct from old.profile_version;
begin
  if (new.tenant_id, new.id, new.type, new.created_at) is distinct from (old.tenant_id, old.id, old.type, old.created_at) then
    perform public.gatehouse_refuse('the identity of a customer never changes');
  end if;
  if new.revision <> old.revision + 1 or new.version <> old.version + (moved or profiled)::int
     or new.sequence < old.sequence or new.audit_position < old.audit_position
     or new.profile_version not in (old.profile_version, old.profile_version + 1) then
    perform public.gatehouse_refuse('the counters of a customer step by one');
  end if;
  if moved and new.status_change_id is not distinct from old.status_change_id then
    perform public.gatehouse_refuse('a status moves only with its version and its history');
  end if;
  if not moved and new.status_change_id is distinct from old.status_change_id then
    perform public.gatehouse_refuse('the history moves only with the status');
  end if;
  if moved and new.open_run_id = old.open_run_id then
    perform public.gatehouse_refuse('a status moves only when the run that was open ends with it');
  end if;
  if new.audit_position = old.audit_position and (moved or profiled
     or (new.open_run_id, new.open_proposal_id) is distinct from (old.open_run_id, old.open_proposal_id)) then
    perform public.gatehouse_refuse('what decides about a customer changes only with an audit entry');
  end if;
  return new;
end $$;
--> statement-breakpoint

-- The counters tell exactly what was written: every event has its place, and the head of the audit is the newest entry.
-- Together with the guards on those rows, an event or an entry exists only with the step of the counter that counts it.
create function public.gatehouse_customer_counted() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  sequence_before int := 0;
  position_before int := 0;
  profile_before int := 0;
begin
  if tg_op = 'UPDATE' then
    sequence_before := old.sequence;
    position_before := old.audit_position;
    profile_before := old.profile_version;
  end if;
  if new.sequence <> sequence_before and new.sequence - sequence_before <> (
    select count(*) from public.event e
    where e.tenant_id = new.tenant_id and e.customer_id = new.id and e.sequence > sequence_before
  ) then
    perform public.gatehouse_refuse('the sequence of a customer steps by the events that are written');
  end if;
  if new.audit_position <> position_before then
    if not exists (
      select from public.audit_entry a
      where a.tenant_id = new.tenant_id and a.customer_id = new.id and a.position = new.audit_position and a.hash = new.audit_head
    ) then
      perform public.gatehouse_refuse('the head of the audit is the newest entry');
    end if;
  elsif tg_op = 'INSERT' and new.audit_head is not null or tg_op = 'UPDATE' and new.audit_head is distinct from old.audit_head then
    perform public.gatehouse_refuse('the head of the audit moves only with an entry');
  end if;
  if new.profile_version <> profile_before and not exists (
    select from public.profile p
    where p.tenant_id = new.tenant_id and p.customer_id = new.id and p.version = new.profile_version
  ) then
    perform public.gatehouse_refuse('the profile version steps with the profile');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger customer_counted_insert after insert on public.customer for each row execute function public.gatehouse_customer_counted();
--> statement-breakpoint
create trigger customer_counted after update on public.customer for each row
  when ((old.sequence, old.audit_position, old.audit_head, old.profile_version)
    is distinct from (new.sequence, new.audit_position, new.audit_head, new.profile_version))
  execute function public.gatehouse_customer_counted();
--> statement-breakpoint

-- A customer points at a run or at a proposal while it is open, and lets go of it when it is not.
create function public.gatehouse_customer_waits() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.open_run_id is distinct from old.open_run_id and (
    exists (select from public.run r where r.tenant_id = new.tenant_id and r.id = old.open_run_id and r.outcome is null)
    or new.open_run_id is not null and not exists (
      select from public.run r
      where r.tenant_id = new.tenant_id and r.id = new.open_run_id and r.customer_id = new.id and r.outcome is null
    )
  ) then
    perform public.gatehouse_refuse('a customer waits for a run until it ends');
  end if;
  if new.open_proposal_id is distinct from old.open_proposal_id and (
    exists (select from public.proposal p where p.tenant_id = new.tenant_id and p.id = old.open_proposal_id and p.status = 'OPEN')
    or new.open_proposal_id is not null and not exists (
      select from public.proposal p
      where p.tenant_id = new.tenant_id and p.id = new.open_proposal_id and p.customer_id = new.id and p.status = 'OPEN'
    )
  ) then
    perform public.gatehouse_refuse('a customer waits for a proposal until it is decided');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger customer_waits after update on public.customer for each row
  when ((old.open_run_id, old.open_proposal_id) is distinct from (new.open_run_id, new.open_proposal_id))
  execute function public.gatehouse_customer_waits();
--> statement-breakpoint

-- An event is counted by its customer, and bears the transaction by which readers put events in order. One that is about
-- no customer has no place in a sequence.
create function public.gatehouse_event_insert() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.xid <> pg_current_xact_id() then
    perform public.gatehouse_refuse('an event bears the transaction that writes it');
  end if;
  if new.customer_id is null then
    if new.sequence <> 0 then
      perform public.gatehouse_refuse('an event of no customer has no place in a sequence');
    end if;
  elsif not exists (
    select from public.customer c
    where c.tenant_id = new.tenant_id and c.id = new.customer_id and new.sequence between 1 and c.sequence
  ) then
    perform public.gatehouse_refuse('an event is written only with the sequence that counts it');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger event_insert after insert on public.event for each row execute function public.gatehouse_event_insert();
--> statement-breakpoint

-- An entry continues the chain: its place is the next one, it names the hash before it, and its own covers its body.
create function public.gatehouse_audit_insert() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.hash <> sha256(coalesce(new.previous, ''::bytea) || convert_to(new.body, 'UTF8')) then
    perform public.gatehouse_refuse('an audit entry bears the hash of the one before it and of its body');
  end if;
  if new.position = 1 and new.previous is not null or new.position <> 1 and not exists (
    select from public.audit_entry p
    where p.tenant_id = new.tenant_id and p.customer_id = new.customer_id and p.position = new.position - 1 and p.hash = new.previous
  ) then
    perform public.gatehouse_refuse('an audit entry continues the chain');
  end if;
  if not exists (
    select from public.customer c
    where c.tenant_id = new.tenant_id and c.id = new.customer_id and c.audit_position >= new.position
  ) then
    perform public.gatehouse_refuse('an audit entry is written only with the head that moves to it');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger audit_insert after insert on public.audit_entry for each row execute function public.gatehouse_audit_insert();
--> statement-breakpoint
create function public.gatehouse_profile_written() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from public.customer c
    where c.tenant_id = new.tenant_id and c.id = new.customer_id and c.profile_version = new.version
  ) then
    perform public.gatehouse_refuse('a profile is written only with the version that counts it');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger profile_written after insert on public.profile for each row execute function public.gatehouse_profile_written();
