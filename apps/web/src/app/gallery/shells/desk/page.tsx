import { Inbox, ScrollText, Users } from 'lucide-react';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { readTheme, THEME_COOKIE } from '#lib/theme.ts';
import { isEvaluation } from '#server/env.ts';
import { runtime } from '#server/runtime.ts';
import { AccountMenu } from '#ui/account-menu.tsx';
import { DeskShell } from '#ui/desk-shell.tsx';
import { MenuLink } from '#ui/menu.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TabLinks } from '#ui/tab-links.tsx';
import { ThemeToggle } from '#ui/theme-toggle.tsx';
import { QueueSpecimen } from './queue-specimen.tsx';

/** The desk's frame with a sample queue. */
export default async function DeskSpecimen() {
  if (!isEvaluation((await runtime()).env)) notFound();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <DeskShell
      test
      brand="Gatehouse"
      nav={[
        { href: '/gallery/shells/desk', label: 'Queue', icon: <Inbox aria-hidden />, count: 14 },
        { href: '/gallery/customers', label: 'Customers', icon: <Users aria-hidden /> },
        { href: '/gallery/audit', label: 'Audit', icon: <ScrollText aria-hidden /> },
      ]}
      account={
        <AccountMenu name="Ana Ferreira" roleLabel="Approver">
          <MenuLink href="#">Sign out</MenuLink>
        </AccountMenu>
      }
      foot={<ThemeToggle theme={theme} />}
    >
      <PageHeader title="Queue" />
      <TabLinks
        label="Queue"
        links={[
          { href: '?view=mine', label: 'Mine', count: 3, current: true },
          { href: '?view=unassigned', label: 'Unassigned', count: 14 },
          { href: '?view=waiting', label: 'Waiting on customer', count: 5 },
          { href: '?view=second', label: 'Second review', count: 1 },
          { href: '?view=all', label: 'All' },
        ]}
      />
      <QueueSpecimen now={new Date().toISOString()} />
    </DeskShell>
  );
}
