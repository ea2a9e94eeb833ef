import type { PortalSession } from '@gatehouse/engine';
import { buttonStyle } from '#ui/button-style.ts';
import { Link } from '#ui/link.tsx';
import { StatusBanner } from '#ui/status-banner.tsx';
import { Reason } from './reason.tsx';
import { Section } from './section.tsx';

/** The verification ended without success: why, as far as it may be said, and who can look again. */
export function RefusedScreen({ session }: { readonly session: PortalSession }) {
  const { partner, customer, reason } = session;
  const subject = encodeURIComponent(`A second look at ${customer.id}`);
  return (
    <>
      <StatusBanner status={customer.customerStatus}>
        <Reason reason={reason} />
      </StatusBanner>
      <Section id="meaning" title="What this means">
        <p>
          You cannot use the services of {partner.name} that need a verification, and sending your details again is not
          possible.
        </p>
      </Section>
      <Section id="second-look" title="Ask for a second look">
        <p>
          If you think that we are mistaken, or if something has changed, you can ask us once to look again. Tell us
          what we should know, and name the reference at the foot of this page.
        </p>
        <div>
          <a href={`mailto:${partner.supportEmail}?subject=${subject}`} className={buttonStyle('primary')}>
            Ask for a second look
          </a>
        </div>
        <p>
          Or write to <Link href={`mailto:${partner.supportEmail}`}>{partner.supportEmail}</Link> with any other
          question.
        </p>
      </Section>
    </>
  );
}
