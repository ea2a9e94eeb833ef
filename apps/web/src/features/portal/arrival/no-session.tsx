import { useTranslations } from 'next-intl';
import { PageHeader } from '#ui/page-header.tsx';
import { NewLinkForm } from './new-link-form.tsx';

type NoSessionProps = { readonly why: 'expired' | 'ended' | 'signedOut'; readonly mailbox: boolean };

/** Says why there is no session, and how to sign in again. */
export function NoSession({ why, mailbox }: NoSessionProps) {
  const t = useTranslations('portal.arrival');
  return (
    <>
      <PageHeader title={t(`${why}.title`)}>
        <p>{t(`${why}.text`)}</p>
      </PageHeader>
      <NewLinkForm mailbox={mailbox} />
    </>
  );
}
