import { buttonStyle } from '#ui/button-style.ts';
import { PageHeader } from '#ui/page-header.tsx';

type ArrivalProps = { readonly token: string; readonly partnerName: string | null };

/**
 * One button, so that a mail scanner which opens the link does not use it up. It is a plain form: it works before any
 * script has arrived.
 */
export function Arrival({ token, partnerName }: ArrivalProps) {
  return (
    <>
      <PageHeader title="Continue with your verification">
        <p>
          {partnerName ?? 'The company that sent you here'} has to know who its customers are. It takes about 10
          minutes, and you can stop at any time.
        </p>
      </PageHeader>
      <form method="post" action="/api/portal-session">
        <input type="hidden" name="token" value={token} />
        <button type="submit" className={buttonStyle('primary')}>
          Continue
        </button>
      </form>
      <p className="text-muted">The link works once. Only continue on a device that is yours.</p>
    </>
  );
}
