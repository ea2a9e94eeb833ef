import { CUSTOMER_PRESENTATION, type CustomerStatus } from '@gatehouse/domain';

/** What the portal says in this status, with the number of open items in it where the sentence has a place for it. */
export function statusHeading(status: CustomerStatus, openItems: number): string {
  const heading = CUSTOMER_PRESENTATION[status].heading.replace('{n}', String(openItems));
  return openItems === 1 ? heading.replace('1 more things', '1 more thing') : heading;
}
