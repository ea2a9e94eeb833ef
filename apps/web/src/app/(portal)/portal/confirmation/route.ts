import { customerLifecycle } from '@gatehouse/domain';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { confirmationPage } from '#features/portal/status/confirmation.ts';
import { currentSession } from '../current-session.ts';

/** The confirmation as a file to keep. It exists only while the customer is verified. */
export async function GET(): Promise<Response> {
  const t = await getTranslations();
  const session = await currentSession();
  if (!session || !customerLifecycle.can(session.customer.customerStatus, 'transact'))
    return new Response(t('portal.confirmation.none'), { status: 404 });
  return new Response(
    confirmationPage(session, new Date(), { t, format: await getFormatter(), locale: await getLocale() }),
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-disposition': 'attachment; filename="verification-confirmation.html"',
        'cache-control': 'no-store',
      },
    },
  );
}
