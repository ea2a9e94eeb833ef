'use client';

import type { Case } from '@gatehouse/domain';
import { CustomerStatus, customerLifecycle } from '@gatehouse/domain';
import type { ApiRefusal } from '#lib/api.ts';
import { type Failure, failureMessage } from '#lib/use-call.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

type DecisionErrorProps = {
  readonly failure: Failure | null;
  /** Reads the case again and shows it. Typed text stays. */
  readonly onLookAgain: () => void;
};

/** The codes that mean a conflict with another change. */
const CONFLICTS: ReadonlySet<string> = new Set([
  'ALREADY_DECIDED',
  'VERSION_CONFLICT',
  'TRANSITION_NOT_ALLOWED',
  'NOT_FOUND',
]);

/**
 * Why a decision was not taken. Nothing is overwritten: the message names who was faster, and one press shows the
 * current case.
 */
export function DecisionError({ failure, onLookAgain }: DecisionErrorProps) {
  if (!failure) return null;
  const { refusal } = failure;
  if (refusal?.code === 'UNAUTHENTICATED')
    return (
      <Notice kind="warning" live="alert" title="You are signed out">
        <p>
          <a href="/desk/sign-in" target="_blank" rel="noreferrer" className="font-semibold underline">
            Sign in in a new tab
          </a>
          , then come back and try again. What you typed is still here.
        </p>
      </Notice>
    );
  if (refusal && CONFLICTS.has(refusal.code))
    return <LookAgain title={conflictMessage(refusal)} onLookAgain={onLookAgain} />;
  const { what, next, reference } = failureMessage(failure);
  return (
    <Notice kind="danger" live="alert" title={what}>
      <p>{next}</p>
      {reference && (
        <p className="text-small">
          Reference <code className="select-all break-all font-mono">{reference}</code>
        </p>
      )}
    </Notice>
  );
}

type ConflictProps = { readonly theCase: Case; readonly basis: number; readonly onLookAgain: () => void };

/** Warns before submitting that the case has changed meanwhile, and by whom. */
export function Conflict({ theCase, basis, onLookAgain }: ConflictProps) {
  const last = theCase.history.changes.at(-1);
  const data = {
    customerStatus: theCase.customer.customerStatus,
    currentVersion: theCase.customer.version,
    ...(last && last.version > basis ? { decidedBy: last.actor, decidedAt: last.at } : {}),
  };
  return <LookAgain title={conflictMessage({ message: '', data })} onLookAgain={onLookAgain} />;
}

function LookAgain({ title, onLookAgain }: { readonly title: string; readonly onLookAgain: () => void }) {
  return (
    <Notice kind="warning" live="alert" title={title}>
      <p className="mb-2">Nothing was overwritten, and what you typed is kept.</p>
      <Button variant="secondary" onClick={onLookAgain}>
        Look again
      </Button>
    </Notice>
  );
}

/** Formats "Ana decided this 12 s ago: it is Active now." */
export function conflictMessage({ message, data }: Pick<ApiRefusal, 'message' | 'data'>, now = Date.now()): string {
  const status = CustomerStatus.safeParse(data.customerStatus);
  const isNow = status.success ? `it is ${customerLifecycle.label(status.data)} now` : '';
  if (data.decidedBy && data.decidedAt)
    return `${data.decidedBy} decided this ${ago(now - Date.parse(data.decidedAt))}${isNow && `: ${isNow}`}.`;
  if (data.currentVersion !== undefined && isNow) return `The case has changed since you looked at it: ${isNow}.`;
  return message;
}

/** Formats seconds, because "just now" does not say whether it was before or after one's own click. */
function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s ago`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min ago` : `${Math.round(minutes / 60)} h ago`;
}
