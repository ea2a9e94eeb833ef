import { useTranslations } from 'next-intl';
import { type ApiRefusal, refusalOf } from '#lib/api.ts';

/** The message about a failed call: what failed, what is saved, and its reference. */
export type Problem = {
  readonly what: string;
  readonly kept: string;
  readonly reference?: string;
  /** True when only the connection failed, so the problem ends when it returns. */
  readonly passing?: boolean;
};

/** Shown instead of leaving the page without a connection, because the browser would show its own error page. */
export function useOfflineProblem(): Problem {
  const t = useTranslations('portal.form.problem');
  return { what: t('couldNotGoOn'), kept: t('offline'), passing: true };
}

/** Describes a failed call. The server's message for an ended session mentions keys, which customers do not have. */
export function useProblemOf(): (error: unknown, what: string) => Problem {
  const t = useTranslations('portal.form.problem');
  return (error, what) => {
    const refusal = refusalOf(error);
    if (isSignedOut(refusal)) return { what, kept: t('signedOut') };
    if (refusal) return { what, kept: t('refused', { message: refusal.message }), reference: refusal.requestId };
    return { what, kept: t('unreachable'), passing: true };
  };
}

/** The refusal says that the status has changed, so the page is outdated. */
export const isOutdated = (refusal: ApiRefusal | null): boolean => refusal?.code === 'UPDATE_NOT_ALLOWED';

/**
 * The session ended, here or in another tab. The page stays: all tabs share one session, so after a new link is opened
 * in another tab, this page continues with its input.
 */
export const isSignedOut = (refusal: ApiRefusal | null): boolean => refusal?.code === 'UNAUTHENTICATED';
