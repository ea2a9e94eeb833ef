import {
  type RealTime,
  type StaffEvent,
  type StaffHistoryEntry,
  type StaffRole,
  type StaffView,
  showId,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';

/** Lists all staff accounts, disabled ones last. Admins only, because it shows email addresses. */
export async function list(deps: Deps, actor: StaffActor): Promise<StaffView[]> {
  requireStaff(actor, 'admin');
  const rows = await deps.sql<
    (Pick<StaffView, 'id' | 'name' | 'email' | 'role' | 'sessions'> & {
      two_factor_enabled: boolean;
      disabled_at: RealTime | null;
      last_sign_in: RealTime | null;
    })[]
  >`
    select s.id, s.name, s.email, s.role, s.two_factor_enabled, s.disabled_at,
      (select max(n.last_seen_at) from staff_network n where n.staff_id = s.id) as last_sign_in,
      (select count(*)::int from staff_session o where o.staff_id = s.id and o.expires_at > ${deps.now()}) as sessions
    from staff s order by s.disabled_at is not null, lower(s.name), s.id`;
  return rows.map(({ two_factor_enabled: secondFactor, disabled_at, last_sign_in, ...row }) => ({
    ...row,
    id: showId('staff', row.id),
    secondFactor,
    disabledAt: disabled_at?.toISOString() ?? null,
    lastSignInAt: last_sign_in?.toISOString() ?? null,
  }));
}

type About = { from?: StaffRole; to?: StaffRole; endpoint?: string };

/** Lists the newest entries of the accounts' history. */
export async function history(deps: Deps, actor: StaffActor, limit = 50): Promise<StaffHistoryEntry[]> {
  requireStaff(actor, 'admin');
  const rows = await deps.sql<
    {
      id: string;
      created_at: RealTime;
      action: StaffEvent;
      about: About | string;
      who: string;
      by: string | null;
    }[]
  >`
    select a.id, a.created_at, a.action, a.about, s.name as who, b.name as by from staff_audit a
    join staff s on s.id = a.staff_id left join staff b on b.id = a.actor_id order by a.created_at desc, a.id desc limit ${limit}`;
  return rows.map(({ id, created_at, action, about, who, by }) => {
    const { from, to, endpoint = null } = (typeof about === 'string' ? JSON.parse(about) : about) as About;
    return { id, at: created_at.toISOString(), action, who, by, roles: from && to ? { from, to } : null, endpoint };
  });
}
