import { useTranslations } from 'next-intl';
import { type ApiRefusal, refusalOf } from '#lib/api.ts';

/** What is told about a call that came to nothing: what failed, what was kept, and how to speak of it. */
export type Problem = {
  readonly what: string;
  readonly kept: string;
  readonly reference?: string;
  /** Only the connection was missing: it is over once there is one again. */
  readonly passing?: boolean;
};

/** Told before a page is left without a connection, because the browser would show its own error page instead. */
export function useOfflineProblem(): Problem {
  const t = useTranslations('portal.form.problem');
  return { what: t('couldNotGoOn'), kept: t('offline'), passing: true };
}

/** Says what became of a failed call. The server's own sentence for a session that ended is about keys, which no customer has. */
export function useProblemOf(): (error: unknown, what: string) => Problem {
  const t = useTranslations('portal.form.problem');
  return (error, what) => {
    const refusal = refusalOf(error);
    if (isSignedOut(refusal)) return { what, kept: t('signedOut') };
    if (refusal) return { what, kept: t('refused', { message: refusal.message }), reference: refusal.requestId };
    return { what, kept: t('unreachable'), passing: true };
  };
}

/** The refusal says that the page is no longer the right one: the status moved on. */
export const isOutdated = (refusal: ApiRefusal | null): boolean => refusal?.code === 'UPDATE_NOT_ALLOWED';

/**
 * The session ended, here or in another tab. The page stays as it is: all tabs share one session, so a link that is opened
 * beside it lets this page go on with everything that was typed.
 */
export const isSignedOut = (refusal: ApiRefusal | null): boolean => refusal?.code === 'UNAUTHENTICATED';
