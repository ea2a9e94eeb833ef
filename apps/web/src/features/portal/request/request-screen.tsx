import type { PortalSession } from '@gatehouse/engine';
import { Notice } from '#ui/notice.tsx';
import { StatusBanner } from '#ui/status-banner.tsx';
import { countries } from '../questions/countries.ts';
import { FILE_LIMITS } from '../upload/slots.ts';
import { AnsweredItems } from './answered-items.tsx';
import { openItems } from './items.tsx';
import { RequestForm } from './request-form.tsx';

/** The verification waits for the customer: a card for each thing that is still needed. */
export function RequestScreen({ session }: { readonly session: PortalSession }) {
  const items = openItems(session);
  const hasCountries = items.some(
    ({ ask }) => ask.by === 'field' && ask.question.inputs.some((input) => input.kind === 'country'),
  );
  return (
    <>
      <StatusBanner status={session.customer.customerStatus} openItems={items.length}>
        <p>
          The verification is paused until you answer. We keep what you type and upload here, and nothing is sent before
          you press Send.
        </p>
      </StatusBanner>
      {items.length > 0 ? (
        <RequestForm items={items} countries={hasCountries ? countries() : []} limits={FILE_LIMITS} />
      ) : (
        <NothingToAnswer session={session} />
      )}
      <AnsweredItems session={session} />
    </>
  );
}

/** Everything was answered and something else is still missing: another app took it out, and only people can sort it out. */
function NothingToAnswer({ session }: { readonly session: PortalSession }) {
  return (
    <Notice title="You have answered everything">
      <p>Something else is still missing before the checks can go on:</p>
      <ul className="list-disc pl-6">
        {session.customer.missing.map((each) => (
          <li key={each.message}>{each.message}</li>
        ))}
      </ul>
      <p>Write to {session.partner.supportEmail}, and we help you with it.</p>
    </Notice>
  );
}
