'use client';

import type { Case } from '@gatehouse/domain';
import { mayPropose } from '@gatehouse/domain';
import { usePathname } from 'next/navigation';
import { useRef, useState } from 'react';
import { Assignment, type Colleague } from '#features/desk-case/assignment.tsx';
import { CaseHeader } from '#features/desk-case/case-header.tsx';
import { Checks } from '#features/desk-case/checks.tsx';
import { Documents } from '#features/desk-case/documents.tsx';
import { History } from '#features/desk-case/history.tsx';
import { Notes } from '#features/desk-case/notes.tsx';
import { ProfileData } from '#features/desk-case/profile-data.tsx';
import { Requests } from '#features/desk-case/requests.tsx';
import { useCase } from '#features/desk-case/use-case.ts';
import { WhyAPerson } from '#features/desk-case/why-a-person.tsx';
import { AskAbout } from '#features/desk-decision/ask-about.tsx';
import { type Deciding, Decisions, NOT_DECIDING } from '#features/desk-decision/decisions.tsx';
import { EarlierProposals } from '#features/desk-decision/earlier-proposals.tsx';
import { Proposal } from '#features/desk-decision/proposal.tsx';
import { Notice } from '#ui/notice.tsx';
import { TenantClock } from '#ui/relative-time.tsx';

type CaseDeskProps = {
  readonly initial: Case;
  readonly me: Colleague;
  readonly colleagues: readonly Colleague[];
  /** When the server read the case, ISO 8601. */
  readonly now: string;
};

/** Everything on one case: documents beside the data, so that the two can be compared. */
export function CaseDesk({ initial, me, colleagues, now }: CaseDeskProps) {
  const { theCase, signedOut, look } = useCase(initial);
  const [deciding, setDeciding] = useState<Deciding>(NOT_DECIDING);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const documents = useRef<HTMLDivElement>(null);
  const show = (documentId: string): void => {
    setChosenId(documentId);
    documents.current?.scrollIntoView({ block: 'nearest' });
  };
  const whyNot = mayPropose(me.role) ? '' : 'Your role reads and decides nothing.';
  return (
    <TenantClock offset={theCase.clockOffset}>
      {signedOut && <SignedOut />}
      <CaseHeader
        theCase={theCase}
        now={now}
        why={<WhyAPerson why={theCase.why} />}
        assignment={<Assignment theCase={theCase} me={me} colleagues={colleagues} whyNot={whyNot} onChanged={look} />}
        actions={<Decisions theCase={theCase} deciding={deciding} onDeciding={setDeciding} onLook={look} />}
      />
      <Proposal theCase={theCase} me={me} now={now} onLook={look} />
      <div className="grid items-start gap-section xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div ref={documents} className="flex min-w-0 flex-col gap-section xl:sticky xl:top-4">
          <Documents
            theCase={theCase}
            now={now}
            chosenId={chosenId}
            onChoose={setChosenId}
            about={(document) => (
              <AskAbout document={document} theCase={theCase} deciding={deciding} onDeciding={setDeciding} />
            )}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-section">
          <ProfileData theCase={theCase} now={now} />
          <Checks runs={theCase.runs} now={now} />
          <Requests theCase={theCase} role={me.role} now={now} chosenId={chosenId} onChoose={show} onChanged={look} />
        </div>
      </div>
      <div className="grid items-start gap-section xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <Notes theCase={theCase} now={now} whyNot={whyNot} onAdded={look} />
        <div className="flex min-w-0 flex-col gap-section">
          <EarlierProposals proposals={theCase.proposals} now={now} />
          <History theCase={theCase} now={now} />
        </div>
      </div>
    </TenantClock>
  );
}

/** Says that the session ended while the page was open. The page stays, because it may hold unsaved text. */
function SignedOut() {
  const here = usePathname();
  return (
    <Notice kind="warning" live="alert" title="You are signed out">
      What you see is the last that was read.{' '}
      <a href={`/desk/sign-in?next=${encodeURIComponent(here)}`} className="font-semibold underline">
        Sign in again
      </a>
      . To keep what you typed, sign in in a new tab instead.
    </Notice>
  );
}
