'use client';

import type { Case } from '@gatehouse/domain';
import { nextActor, proposalLifecycle } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import { LocalTime } from '#ui/local-time.tsx';
import { Mono } from '#ui/mono.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TestMark } from '#ui/test-mark.tsx';

const NEXT_MESSAGES = {
  customer: 'The customer acts next.',
  us: 'We act next.',
  nobody: 'Nobody has to act.',
} as const satisfies Record<ReturnType<typeof nextActor>, string>;

/** An open proposal takes precedence over the status. */
const nextMessage = ({ customer, proposals }: Case): string =>
  proposals.some(({ status }) => proposalLifecycle.allows(status, 'confirm').allowed)
    ? 'A second person acts next: a proposal waits.'
    : NEXT_MESSAGES[nextActor(customer.customerStatus)];

type CaseHeaderProps = {
  readonly theCase: Case;
  readonly now: string;
  /** Why a person has to review the case. It comes before all other information. */
  readonly why: ReactNode;
  readonly actions: ReactNode;
  /** The case's assignee, and its place in the queue. */
  readonly assignment: ReactNode;
};

/** The case's head: the customer, the status, why it is here, who acts next, and the decisions. */
export function CaseHeader({ theCase, now, why, actions, assignment }: CaseHeaderProps) {
  const { customer, mode, partner } = theCase;
  return (
    <div className="flex flex-col gap-stack">
      <PageHeader
        title={customer.displayName || 'No name yet'}
        back={{ href: '/desk', label: 'Queue' }}
        meta={
          <>
            {mode === 'TEST' && <TestMark />}
            <StatusBadge status={customer.customerStatus} />
            <span className="text-muted">
              for <RelativeTime value={customer.statusChangedAt} now={now} form="age" />
            </span>
          </>
        }
        actions={assignment}
      >
        <p>
          <span className="font-semibold text-ink">{nextMessage(theCase)}</span> {customer.summary}
        </p>
      </PageHeader>
      {why}
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        <Fact term="Partner">{partner.name}</Fact>
        {customer.email && <Fact term="Email">{customer.email}</Fact>}
        {customer.externalId && (
          <Fact term="Partner’s own id">
            <Mono>{customer.externalId}</Mono>
          </Fact>
        )}
        {customer.expectedBy && (
          <Fact term="Answer expected by">
            <LocalTime value={customer.expectedBy} />
          </Fact>
        )}
        <Fact term="Id">
          <Mono>{customer.id}</Mono>
        </Fact>
        <Fact term="Version">{String(customer.version)}</Fact>
      </dl>
      {actions}
    </div>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-baseline gap-1.5">
      <dt className="shrink-0 text-muted">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
