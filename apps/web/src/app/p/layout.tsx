import type { Metadata } from 'next';
import type { ReactNode } from 'react';

/**
 * The form has to tell the server which site it comes from, and a browser says nothing at all under the policy of the
 * other pages. This one names the site alone: the link's token stays in the address bar.
 */
export const metadata: Metadata = {
  title: { default: 'Your verification', template: '%s' },
  referrer: 'strict-origin',
};

export default function ArrivalLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
