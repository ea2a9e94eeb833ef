import { Mail } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isEvaluation } from '#server/env.ts';
import { runtime } from '#server/runtime.ts';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { LocalTime } from '#ui/local-time.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PortalShell } from '#ui/portal-shell.tsx';

export const metadata: Metadata = { title: 'Mailbox' };

/** All emails that would have been sent. This page exists only in an evaluation. */
export default async function MailboxPage() {
  const { engine, env, pages } = await runtime();
  if (!isEvaluation(env)) notFound();
  const emails = await pages.read(() => engine.mailbox());
  return (
    <PortalShell partner={{ name: 'Gatehouse' }} foot={<p className="text-muted">An evaluation of Gatehouse</p>}>
      <PageHeader title="Mailbox" back={{ href: '/', label: 'Start' }}>
        <p>
          In this evaluation no mail leaves the machine. What would have been sent lies here, the newest first. An email
          takes a second or two; load the page again to see it.
        </p>
      </PageHeader>
      {emails.length === 0 && (
        <EmptyState title="No emails yet" icon={Mail}>
          An email comes when somebody asks for a new link, or when another app sends one.
        </EmptyState>
      )}
      {emails.map((email) => (
        <Card
          key={email.id}
          title={email.subject}
          aside={
            <span className="text-muted text-small">
              <LocalTime value={email.at} />
            </span>
          }
        >
          <p className="text-muted">To {email.to}</p>
          <p className="break-words whitespace-pre-line">{email.text}</p>
          {email.link && (
            <div>
              <ButtonLink href={new URL(email.link).pathname} variant="secondary" prefetch={false}>
                Open the link
              </ButtonLink>
            </div>
          )}
        </Card>
      ))}
    </PortalShell>
  );
}
