ALTER TABLE "customer_transition" ADD COLUMN "by" text DEFAULT 'engine' NOT NULL;--> statement-breakpoint

-- Runs, checks and proposals carry what they stand for. Like every guard: qualified names, a fixed search_path, SQLSTATE
-- GH001, and only what is written from now on. A function that is stable sees the rows from before its statement.

-- A run begins open, as the one that its customer waits for, and ends once. The customer's own guard holds the rest.
create function public.gatehouse_run_written() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.outcome is not null then
      perform public.gatehouse_refuse('a run ends once');
    end if;
  elsif new.outcome is not null or new.ended_at is not null then
    perform public.gatehouse_refuse('a run begins open');
  end if;
  if (new.outcome is null) <> exists (
    select from public.customer c where c.tenant_id = new.tenant_id and c.id = new.customer_id and c.open_run_id = new.id
  ) then
    perform public.gatehouse_refuse('a run is open while its customer waits for it');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger run_written after insert or update on public.run for each row execute function public.gatehouse_run_written();
--> statement-breakpoint

-- A check begins without a verdict. It begins with one where a pass of the same question carries over, and where a person
-- judges a run that had no question for a person. Stable: the run must have been open before the statement that judges it.
create function public.gatehouse_check_insert() returns trigger language plpgsql stable
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
    where v.tenant_id = new.tenant_id and v.id = new.carried_from and v.customer_id = new.customer_id and v.kind = new.kind
      and v.input_hash = new.input_hash and v.status = 'PASSED' and v.sealed is not distinct from new.sealed
  ) then
    perform public.gatehouse_refuse('only a pass of the same question carries over');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger check_insert before insert on public.verification_check for each row execute function public.gatehouse_check_insert();
--> statement-breakpoint

-- A verdict never changes, is given while its run is open, and is about the question that was asked. Stable: as above.
create or replace function public.gatehouse_check_update() returns trigger language plpgsql stable
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.tenant_id, new.id, new.customer_id, new.run_id, new.kind, new.input_hash, new.carried_from, new.created_at)
     is distinct from (old.tenant_id, old.id, old.customer_id, old.run_id, old.kind, old.input_hash, old.carried_from, old.created_at) then
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
--> statement-breakpoint

-- A check belongs to a run of its customer, and whatever is said about it is audited with it. A person answers for a flag
-- by passing the run; for a failure two people do, who agreed after it was known.
create function public.gatehouse_check_written() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not public.gatehouse_audited_now(new.tenant_id, new.customer_id) then
    perform public.gatehouse_refuse('a check is written and judged only with an audit entry');
  end if;
  if tg_op = 'INSERT' then
    if not exists (
      select from public.run r where r.tenant_id = new.tenant_id and r.id = new.run_id and r.customer_id = new.customer_id
    ) then
      perform public.gatehouse_refuse('a check belongs to a run of its customer');
    end if;
  elsif new.resolved and not old.resolved and (
    new.status = 'PENDING' or not exists (
      select from public.verification_check v
      where v.tenant_id = new.tenant_id and v.run_id = new.run_id and v.kind = 'manual' and v.status = 'PASSED'
    ) or new.status = 'FAILED' and not exists (
      select from public.proposal p
      where p.tenant_id = new.tenant_id and p.customer_id = new.customer_id and p.status = 'CONFIRMED' and p.decided_at >= new.finished_at
    )
  ) then
    perform public.gatehouse_refuse('a person answers for a check by passing its run, and two for a failed one');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger check_written_insert after insert on public.verification_check for each row execute function public.gatehouse_check_written();
--> statement-breakpoint
create trigger check_written after update on public.verification_check for each row
  when ((old.status, old.resolved) is distinct from (new.status, new.resolved)) execute function public.gatehouse_check_written();
--> statement-breakpoint

create or replace function public.gatehouse_status_change_insert() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  two_people boolean := new.people = 2;
begin
  if not exists (
    select from public.customer c
    where c.tenant_id = new.tenant_id and c.id = new.customer_id and c.status_change_id = new.id
      and c.customer_status = new.to_status and c.version = new.version
  ) then
    perform public.gatehouse_refuse('history is written only with the change that it tells of');
  end if;
  -- What lets a customer transact is a run of theirs that ended with it, in which every check passed or was answered for.
  if exists (select from public.customer_capability k where k.status = new.to_status and k.capability = 'transact') then
    if not exists (
      select from public.run r
      where r.tenant_id = new.tenant_id and r.id = new.run_id and r.customer_id = new.customer_id and r.outcome is not null
        and r.ended_at = new.occurred_at
        and exists (select from public.verification_check v where v.tenant_id = r.tenant_id and v.run_id = r.id)
        and not exists (
          select from public.verification_check v
          where v.tenant_id = r.tenant_id and v.run_id = r.id and v.status <> 'PASSED' and not v.resolved
        )
    ) then
      perform public.gatehouse_refuse('a customer is approved only by a run whose checks have all passed');
    end if;
    two_people := two_people or exists (
      select from public.verification_check v
      where v.tenant_id = new.tenant_id and v.run_id = new.run_id and v.status = 'FAILED'
    );
  end if;
  -- The row's own constraints ask for a confirmed proposal. It must also be about this customer and this event, be made
  -- by somebody, and not have carried another change before: otherwise one old agreement would open every door.
  if two_people and (
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

-- A proposal begins open and undecided, made by somebody at the desk who may propose.
create or replace function public.gatehouse_proposal_insert() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.decided_by is not null or new.decided_at is not null
     or not exists (select from public.proposal_status s where s.status = new.status and s.initial) then
    perform public.gatehouse_refuse('a proposal begins open');
  end if;
  if not exists (
    select from public.staff s where s.id = new.proposed_by and s.disabled_at is null and s.role <> 'auditor'
  ) then
    perform public.gatehouse_refuse('a proposal is made by somebody at the desk who may propose');
  end if;
  return new;
end $$;
--> statement-breakpoint

-- It is decided once, and confirmed in another transaction than it was made in, by somebody who holds the role that the
-- transition asks for. Stable: the transition leads from the status before the statement.
create or replace function public.gatehouse_proposal_update() returns trigger language plpgsql stable
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.status <> 'OPEN' then
    perform public.gatehouse_refuse('a proposal is decided once');
  end if;
  if new.status = 'CONFIRMED' then
    if new.decided_at is null or new.decided_at < new.created_at or exists (
      select from public.proposal p where p.tenant_id = old.tenant_id and p.id = old.id and p.xmin = pg_current_xact_id()::xid
    ) then
      perform public.gatehouse_refuse('a proposal is confirmed after it was made');
    end if;
    if new.decided_by is distinct from new.proposed_by and not exists (
      select from public.staff s
      join public.customer c on c.tenant_id = new.tenant_id and c.id = new.customer_id
      join public.customer_transition t on t.from_status = c.customer_status and t.event = new.decision
      where s.id = new.decided_by and s.disabled_at is null and (s.role = 'admin' or s.role = 'approver' and t.by <> 'admin')
    ) then
      perform public.gatehouse_refuse('a proposal is confirmed by somebody who may decide it');
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create function public.gatehouse_proposal_written() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.status = 'OPEN') <> exists (
    select from public.customer c where c.tenant_id = new.tenant_id and c.id = new.customer_id and c.open_proposal_id = new.id
  ) then
    perform public.gatehouse_refuse('a proposal is open while its customer waits for it');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger proposal_written after insert or update on public.proposal for each row execute function public.gatehouse_proposal_written();
