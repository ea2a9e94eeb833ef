import { PageHeader } from '#ui/page-header.tsx';
import { NewLinkForm } from './new-link-form.tsx';

const WORDS = {
  expired: {
    title: 'This link does not work any more',
    words: 'A link works once and for three days. What you saved is still there: a new link leads you back to it.',
  },
  ended: {
    title: 'You are signed out',
    words: 'What you saved is still there. To go on, open a new link.',
  },
  signedOut: {
    title: 'Open your link to continue',
    words:
      'To keep your details safe, a session ends after some hours. What you saved is still there: a new link leads you back to it.',
  },
} as const;

type NoSessionProps = { readonly why: keyof typeof WORDS; readonly mailbox: boolean };

/** Nobody is signed in: why, and how to get back in. */
export function NoSession({ why, mailbox }: NoSessionProps) {
  return (
    <>
      <PageHeader title={WORDS[why].title}>
        <p>{WORDS[why].words}</p>
      </PageHeader>
      <NewLinkForm mailbox={mailbox} />
    </>
  );
}
