/** Before a session begins, and after it has ended. */
export const arrival = {
  title: 'Continue with your verification',
  why: '{partner} has to know who its customers are. It takes about 10 minutes, and you can stop at any time.',
  whyUnnamed:
    'The company that sent you here has to know who its customers are. It takes about 10 minutes, and you can stop at any time.',
  button: 'Continue',
  once: 'The link works once. Only continue on a device that is yours.',
  expired: {
    title: 'This link does not work any more',
    text: 'A link works once and for three days. What you saved is still there: a new link leads you back to it.',
  },
  ended: {
    title: 'You are signed out',
    text: 'What you saved is still there. To go on, open a new link.',
  },
  signedOut: {
    title: 'Open your link to continue',
    text: 'To keep your details safe, a session ends after some hours. What you saved is still there: a new link leads you back to it.',
  },
  newLink: {
    label: 'Your email address',
    hint: 'The one that the company has from you.',
    button: 'Send me a new link',
    sending: 'Sending',
    missing: 'Enter your email address.',
    failed: 'We could not ask for a new link',
    sent: 'Check your email',
    onItsWay:
      'If we know this address, a new link is on its way. It works once and for three days. It can take a few minutes; look in the spam folder too.',
    mailbox: 'This is an evaluation, so the letter lies in the <link>mailbox</link>.',
  },
} as const;
