import { holds } from '@gatehouse/domain';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StaffHistory } from '#features/desk-staff/staff-history.tsx';
import { StaffList } from '#features/desk-staff/staff-list.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { asStaff } from '../as-staff.ts';

export const metadata: Metadata = { title: 'Staff' };

/** The staff, for admins. For all others the page does not exist. */
export default async function StaffPage() {
  const { me, people, history } = await asStaff('/desk/staff', async (call) => {
    const me = await call.desk.staff.me();
    if (!holds(me.role, 'admin')) notFound();
    const [people, history] = await Promise.all([call.desk.staff.list(), call.desk.staff.history()]);
    return { me, people, history };
  });
  const now = new Date().toISOString();
  return (
    <>
      <PageHeader title="Staff">
        Everybody with an account at the desk. The command line makes new accounts; names, roles and access are changed
        here.
      </PageHeader>
      <StaffList people={people} me={me.id} now={now} />
      <StaffHistory entries={history} now={now} />
    </>
  );
}
