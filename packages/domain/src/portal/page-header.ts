/**
 * The header that says whose page a call comes from. Two people can share a browser, and the cookie is the browser's:
 * what the first one's page still saves must not end up with the second.
 */
export const PAGE_OF = 'x-gatehouse-customer';
