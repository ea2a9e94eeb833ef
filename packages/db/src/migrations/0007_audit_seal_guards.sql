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
