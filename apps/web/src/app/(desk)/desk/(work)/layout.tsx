import { holds, QUEUE_VIEWS, type QueueView, ROLES } from '@gatehouse/domain';
import { Inbox, Users, Webhook } from 'lucide-react';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { FindAnything } from '#features/desk-keys/find-anything.tsx';
import { KeysDialog } from '#features/desk-keys/keys-dialog.tsx';
import { addressOf } from '#features/desk-queue/queue-address.ts';
import { SignOutItem } from '#features/desk-sign-in/sign-out-item.tsx';
import { DeskQueries } from '#lib/desk-queries.tsx';
import { readTheme, THEME_COOKIE } from '#lib/theme.ts';
import { readAsVisitor } from '#server/caller.ts';
import { AccountMenu } from '#ui/account-menu.tsx';
import { DeskShell } from '#ui/desk-shell.tsx';
import { OfflineNotice } from '#ui/offline-notice.tsx';
import { ThemeToggle } from '#ui/theme-toggle.tsx';
import { ToastProvider } from '#ui/toast.tsx';
import { codeOf } from './as-staff.ts';

const PLACES = (Object.keys(QUEUE_VIEWS) as QueueView[]).map((view) => ({
  label: `Queue: ${QUEUE_VIEWS[view]}`,
  href: addressOf({ view }),
}));

/**
 * The frame of the desk. It protects nothing: without a session it shows no frame, and the page itself redirects to the
 * sign-in, which returns to the page.
 */
export default async function WorkLayout({ children }: { readonly children: ReactNode }) {
  const found = await readFrame();
  if (!found) return children;
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <DeskQueries>
      <ToastProvider>
        <DeskShell
          brand="Gatehouse"
          nav={[
            { href: '/desk', label: 'Queue', icon: <Inbox aria-hidden />, count: found.waiting },
            ...(holds(found.role, 'admin')
              ? [
                  { href: '/desk/webhooks', label: 'Webhooks', icon: <Webhook aria-hidden /> },
                  { href: '/desk/staff', label: 'Staff', icon: <Users aria-hidden /> },
                ]
              : []),
          ]}
          search={<FindAnything places={PLACES} />}
          account={
            <>
              <KeysDialog />
              <AccountMenu name={found.name} roleLabel={ROLES[found.role].label}>
                <SignOutItem />
              </AccountMenu>
            </>
          }
          foot={<ThemeToggle theme={theme} />}
        >
          <OfflineNotice>
            What you type stays on this page. Nothing is decided until you’re connected again and press the button.
          </OfflineNotice>
          {children}
        </DeskShell>
      </ToastProvider>
    </DeskQueries>
  );
}

/** The signed-in person, and how many cases wait for them or are unassigned. Null when the page has to refuse. */
async function readFrame() {
  try {
    const [me, counts] = await readAsVisitor((call) => Promise.all([call.desk.staff.me(), call.desk.queue.counts()]));
    return { ...me, waiting: counts.mine + counts.unassigned };
  } catch (error) {
    if (codeOf(error)) return null;
    throw error;
  }
}
