import type { PortalSession } from '@gatehouse/engine';
import { buttonStyle } from '#ui/button-style.ts';
import { StatusBanner } from '#ui/status-banner.tsx';
import { History } from './history.tsx';
import { LockedAnswers } from './locked-answers.tsx';
import { Reason } from './reason.tsx';
import { Section } from './section.tsx';

const WORDS = {
  onHold: {
    meaning: 'While it is on hold, you cannot make new transactions. You can still see everything on record below.',
    ask: 'Ask to open it again',
    how: 'Tell us what has changed. We check your details again before we open the account.',
  },
  closed: {
    meaning: 'You cannot make new transactions. You can still see everything on record below.',
    ask: 'Ask about your account',
    how: 'Closing was meant for good. If you think that it was a mistake, tell us why.',
  },
} as const;

/** An administrative decision and not a verdict: what it means, and how to ask for the account again. */
export function ClosedScreen({ session }: { readonly session: PortalSession }) {
  const { partner, customer, reason } = session;
  const words = reason?.temporary ? WORDS.onHold : WORDS.closed;
  const subject = encodeURIComponent(`${words.ask}: ${customer.id}`);
  return (
    <>
      <StatusBanner status={customer.customerStatus} heading={session.heading}>
        <p className="font-semibold">This isn’t about your verification.</p>
        <Reason reason={reason} />
      </StatusBanner>
      <Section id="meaning" title="What this means">
        <p>{words.meaning}</p>
      </Section>
      <Section id="reactivation" title={words.ask}>
        <p>{words.how}</p>
        <div>
          <a href={`mailto:${partner.supportEmail}?subject=${subject}`} className={buttonStyle('primary')}>
            Write to support
          </a>
        </div>
      </Section>
      <History history={session.history} />
      <LockedAnswers
        session={session}
        title="What is on record"
        why="You can read your details, and nothing can be changed while the account is not open."
      />
    </>
  );
}
