-- The guards once more, with every name qualified and a search_path of their own. Temporary tables come before all others
-- unless pg_temp is named last, so a guard that reads by bare names can be shown a table of its caller's making. Keys and
-- constraints need no such care: Postgres binds them to the tables themselves.

create or replace function public.gatehouse_refuse(rule text) returns void language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception using errcode = 'GH001', message = rule;
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

-- Counters, events and the audit agree with each other. Like every guard: qualified names, a fixed search_path, SQLSTATE
-- GH001. They judge what is written from now on and look at no row that is there already. A customer and all that follows
-- from a change is written by one statement, and triggers after it see the whole of it.

-- Was a row that can be seen written by this very transaction, or inside one of its savepoints? A savepoint has a number of
-- its own, later than its transaction's, and what can be seen while its writer still runs was written by ourselves. A row
-- keeps only the lower half of a number: where both halves together name no transaction yet, the row is from long before.
create function public.gatehouse_written_now(written xid) returns boolean language plpgsql stable
  set search_path = pg_catalog, public, pg_temp as $$
declare
  ours bigint := pg_current_xact_id()::text::bigint;
  theirs bigint := (ours & ~4294967295::bigint) | written::text::bigint;
begin
  if theirs <= ours then
    return theirs = ours;
  end if;
  begin
    return pg_xact_status(theirs::text::xid8) = 'in progress';
  exception
    when invalid_parameter_value then return false;
  end;
end $$;
--> statement-breakpoint

-- Was the newest audit entry of this customer written by this very transaction? Nothing is audited without the customer's
-- own row moving on, so whatever asks for this is written with that row or not at all.
create function public.gatehouse_audited_now(tenant uuid, customer uuid) returns boolean language plpgsql stable
  set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (
    select from public.customer c
    join public.audit_entry a on a.tenant_id = c.tenant_id and a.customer_id = c.id and a.position = c.audit_position
    where c.tenant_id = tenant and c.id = customer and public.gatehouse_written_now(a.xmin)
  );
end $$;
--> statement-breakpoint

-- A customer is born in the lifecycle's initial status, at version 0, with an audit entry, and waits for nothing.
create or replace function public.gatehouse_customer_insert() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.version <> 0 or new.revision <> 0 or new.audit_position = 0 or new.archived_at is not null
     or new.status_change_id is not null or new.open_run_id is not null or new.open_proposal_id is not null
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
  if new.audit_position = old.audit_position and (moved or profiled or new.sequence <> old.sequence
     or (new.open_run_id, new.open_proposal_id, new.needs_person, new.program, new.status_changed_at, new.archived_at)
       is distinct from (old.open_run_id, old.open_proposal_id, old.needs_person, old.program, old.status_changed_at, old.archived_at)) then
    perform public.gatehouse_refuse('what decides about a customer, and what is told of it, changes only with an audit entry');
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
--> statement-breakpoint

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
      select from public.proposal p where p.tenant_id = old.tenant_id and p.id = old.id and public.gatehouse_written_now(p.xmin)
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
--> statement-breakpoint

-- Seals come one after the other and each continues the one before, by the formula of the audit chains. The functions
-- have a search path of their own, so that no table of the session stands in for ours.
create function public.gatehouse_audit_seal_insert() returns trigger language plpgsql
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
  return new;
end $$;
--> statement-breakpoint

create trigger audit_seal_insert before insert on public.audit_seal for each row execute function public.gatehouse_audit_seal_insert();
--> statement-breakpoint

create function public.gatehouse_audit_seal_leaf_insert() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.seal <> coalesce((select max(s.number) from public.audit_seal s), 0) + 1 then
    perform public.gatehouse_refuse('nothing is added to a seal that is closed');
  end if;
  return new;
end $$;
--> statement-breakpoint

create trigger audit_seal_leaf_insert before insert on public.audit_seal_leaf for each row execute function public.gatehouse_audit_seal_leaf_insert();
