/**
 * The header that names the customer of the calling page. Two people can share a browser and its cookie: a late save
 * by the first one's page must not reach the second.
 */
export const PAGE_OF = 'x-gatehouse-customer';
