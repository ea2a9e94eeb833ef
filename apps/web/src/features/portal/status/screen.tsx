import type { PortalSession } from '@gatehouse/domain';
import { CUSTOMER_PRESENTATION } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import { RequestScreen } from '../request/request-screen.tsx';
import { ProfileScreen } from '../tasks/profile-screen.tsx';
import { ClosedScreen } from './closed-screen.tsx';
import { ProgressScreen } from './progress-screen.tsx';
import { RefusedScreen } from './refused-screen.tsx';
import { VerifiedScreen } from './verified-screen.tsx';

type Screen = (typeof CUSTOMER_PRESENTATION)[keyof typeof CUSTOMER_PRESENTATION]['screen'];
type ScreenProps = { readonly session: PortalSession; readonly now: number };

/** One page for each screen of the domain. A new screen does not compile until it has a page here. */
const SCREENS = {
  profile: ProfileScreen,
  progress: ProgressScreen,
  request: RequestScreen,
  verified: VerifiedScreen,
  refused: RefusedScreen,
  closed: ClosedScreen,
} as const satisfies Record<Screen, (props: ScreenProps) => ReactNode>;

/** The page of the customer's status. */
export function StatusScreen(props: ScreenProps) {
  const Page: (props: ScreenProps) => ReactNode =
    SCREENS[CUSTOMER_PRESENTATION[props.session.customer.customerStatus].screen];
  return <Page {...props} />;
}
