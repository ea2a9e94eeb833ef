import { type Profile, questionsOf } from '@gatehouse/domain';
import type { PortalSession } from '@gatehouse/engine';
import { Download } from 'lucide-react';
import { buttonStyle } from '#ui/button-style.ts';
import { Link } from '#ui/link.tsx';
import { LocalTime } from '#ui/local-time.tsx';
import { StatusBanner } from '#ui/status-banner.tsx';
import { GivenAnswers } from '../questions/given-answers.tsx';
import { History } from './history.tsx';
import { LockedAnswers } from './locked-answers.tsx';
import { ReturnButton } from './return-button.tsx';
import { Section } from './section.tsx';

const CONFIRMATION_HREF = '/portal/confirmation';

/** Verified: since when, what was verified and what was told, and where to go from here. */
export function VerifiedScreen({ session }: { readonly session: PortalSession }) {
  const { partner, verifiedAt, verified, customer, program } = session;
  const profile: Profile = customer.profile;
  const told = questionsOf(program)
    .map(({ field }) => field)
    .filter((field) => profile[field] !== undefined && !verified.includes(field));
  return (
    <>
      <StatusBanner status={customer.customerStatus}>
        <p>
          {verifiedAt && (
            <>
              Since <LocalTime value={verifiedAt} form="date" />.{' '}
            </>
          )}
          {partner.name} knows it already, and you can go on there.
        </p>
      </StatusBanner>
      <div className="flex flex-wrap gap-3">
        <ReturnButton partner={partner} />
        <a href={CONFIRMATION_HREF} download className={buttonStyle('secondary')}>
          <Download aria-hidden />
          Download confirmation
        </a>
      </div>
      <Section id="verified" title="What we verified">
        {verified.length > 0 ? (
          <>
            <p>We compared these with your documents.</p>
            <GivenAnswers session={session} only={verified} />
          </>
        ) : (
          <p>
            We checked that your details are complete and that your documents can be seen. We have not compared the two.
          </p>
        )}
      </Section>
      <LockedAnswers
        session={session}
        title="What you told us"
        why="You are verified with these details, so they cannot be changed here."
        only={told}
      />
      <Section id="change" title="When something changes">
        <p>
          You moved, or your name changed? Write to{' '}
          <Link href={`mailto:${partner.supportEmail}`}>{partner.supportEmail}</Link>. We check the new details, and you
          stay verified meanwhile.
        </p>
      </Section>
      <History history={session.history} />
    </>
  );
}
