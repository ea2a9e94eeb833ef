import { ENGLISH, LANGUAGES, type Language } from '@gatehouse/domain';

/**
 * The language of texts without a request, such as webhooks and emails: the installation's first, for every tenant.
 * Only this function decides it.
 */
export const languageFor = (_tenant: { readonly tenantId: string }): Language => LANGUAGES[0] ?? ENGLISH;
