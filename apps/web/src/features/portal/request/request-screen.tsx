import type { PortalSession } from '@gatehouse/engine';
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
      <RequestForm items={items} countries={hasCountries ? countries() : []} limits={FILE_LIMITS} />
      <AnsweredItems session={session} />
    </>
  );
}
