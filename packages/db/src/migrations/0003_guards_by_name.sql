-- The guards once more, with every name qualified and a search_path of their own. Temporary tables come before all others
-- unless pg_temp is named last, so a guard that reads by bare names can be shown a table of its caller's making. Keys and
-- constraints need no such care: Postgres binds them to the tables themselves.

create or replace function public.gatehouse_refuse(rule text) returns void language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception using errcode = 'GH001', message = rule;
end $$;
--> statement-breakpoint

-- A customer is born in the lifecycle's initial status, at version 0.
create or replace function public.gatehouse_customer_insert() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.version <> 0 or new.status_change_id is not null
     or not exists (select from public.customer_status s where s.status = new.customer_status and s.initial) then
    perform public.gatehouse_refuse('a customer can only be created in the initial status at version 0');
  end if;
  return new;
end $$;
--> statement-breakpoint

-- Counters step by one and never go back; identity never changes; a status moves with its version and its history.
create or replace function public.gatehouse_customer_update() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.tenant_id, new.id, new.type, new.created_at) is distinct from (old.tenant_id, old.id, old.type, old.created_at) then
    perform public.gatehouse_refuse('the identity of a customer never changes');
  end if;
  if new.revision <> old.revision + 1 or new.version not in (old.version, old.version + 1)
     or new.sequence < old.sequence or new.audit_position < old.audit_position
     or new.profile_version not in (old.profile_version, old.profile_version + 1) then
    perform public.gatehouse_refuse('the counters of a customer step by one');
  end if;
  if new.customer_status is distinct from old.customer_status then
    if new.version <> old.version + 1 or new.status_change_id is not distinct from old.status_change_id then
      perform public.gatehouse_refuse('a status moves only with its version and its history');
    end if;
  elsif new.status_change_id is distinct from old.status_change_id then
    perform public.gatehouse_refuse('the history moves only with the status');
  end if;
  return new;
end $$;
--> statement-breakpoint

-- After the statement, the status and its newest history row must say the same. The row itself references the allowed
-- transitions, so that no other way exists. Two triggers, because either side could be written alone.
create or replace function public.gatehouse_customer_moved() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from public.status_change c
    where c.tenant_id = new.tenant_id and c.id = new.status_change_id and c.customer_id = new.id
      and c.from_status = old.customer_status and c.to_status = new.customer_status and c.version = new.version
  ) then
    perform public.gatehouse_refuse('a status moves only by an allowed transition that is written down');
  end if;
  return null;
end $$;
--> statement-breakpoint
create or replace function public.gatehouse_status_change_insert() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from public.customer c
    where c.tenant_id = new.tenant_id and c.id = new.customer_id and c.status_change_id = new.id
      and c.customer_status = new.to_status and c.version = new.version
  ) then
    perform public.gatehouse_refuse('history is written only with the change that it tells of');
  end if;
  -- The row's own constraints ask for a confirmed proposal. It must also be about this customer and this event, be made
  -- by somebody, and not have carried another change before: otherwise one old agreement would open every door.
  if new.people = 2 and (
    not exists (
      select from public.proposal p
      where p.tenant_id = new.tenant_id and p.id = new.proposal_id and p.customer_id = new.customer_id
        and p.decision = new.event and p.status = 'CONFIRMED' and p.proposed_by <> p.decided_by
    ) or exists (
      select from public.status_change c
      where c.tenant_id = new.tenant_id and c.customer_id = new.customer_id and c.proposal_id = new.proposal_id and c.id <> new.id
    )
  ) then
    perform public.gatehouse_refuse('two people must have agreed on this very change');
  end if;
  return null;
end $$;
--> statement-breakpoint

-- No version of a profile enters while the status locks it. The function is stable, so that it sees the status from
-- before its statement, also when that statement submits. A customer who is not visible yet is being created by this
-- very statement; the foreign key holds that.
create or replace function public.gatehouse_profile_insert() returns trigger language plpgsql stable
  set search_path = pg_catalog, public, pg_temp as $$
declare
  status_now text;
begin
  select c.customer_status into status_now from public.customer c where c.tenant_id = new.tenant_id and c.id = new.customer_id;
  if status_now is not null and new.change_request_id is null and not exists (
    select from public.customer_capability k where k.status = status_now and k.capability = 'updateProfile'
  ) then
    perform public.gatehouse_refuse('the profile is locked in this status');
  end if;
  if new.change_request_id is not null then
    perform public.gatehouse_refuse('change requests are not approved yet');
  end if;
  return new;
end $$;
--> statement-breakpoint

-- A verdict never changes, and a decided proposal stays decided.
create or replace function public.gatehouse_check_update() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.status <> 'PENDING' and (new.status, new.sealed, new.finished_at) is distinct from (old.status, old.sealed, old.finished_at) then
    perform public.gatehouse_refuse('a verdict never changes');
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function public.gatehouse_proposal_insert() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from public.proposal_status s where s.status = new.status and s.initial) then
    perform public.gatehouse_refuse('a proposal begins open');
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function public.gatehouse_proposal_update() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.status <> 'OPEN' then
    perform public.gatehouse_refuse('a proposal is decided once');
  end if;
  return new;
end $$;
