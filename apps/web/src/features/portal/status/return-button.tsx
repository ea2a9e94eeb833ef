import type { PortalSession } from '@gatehouse/engine';
import { buttonStyle } from '#ui/button-style.ts';

/** The way back to the company that sent the customer here, where it has told us one. */
export function ReturnButton({ partner }: { readonly partner: PortalSession['partner'] }) {
  if (!partner.returnUrl || !/^https?:\/\//.test(partner.returnUrl)) return null;
  return (
    <a href={partner.returnUrl} className={buttonStyle('primary')}>
      Back to {partner.name}
    </a>
  );
}
