import type { CustomerStatus } from '../../../customer/lifecycle.ts';

/** Where a customer stands once the profile was sent: in progress, verified, refused, closed. */
export const status = {
  history: {
    title: 'What has happened',
    CREATED: 'You began your profile',
    UNDER_REVIEW: 'You sent it, and the checks began',
    NEEDS_ADDITIONAL_INFORMATION: 'We asked you for more',
    ACTIVE: 'You were verified',
    REJECTED: 'The verification ended without success',
    DEACTIVATED: 'The account was closed or put on hold',
  } satisfies Record<CustomerStatus | 'title', string>,
  meaning: 'What this means',
  documents: 'Documents',
  progress: {
    title: 'What we are checking',
    nothingToDo: 'You do not need to do anything. {duration} This page changes by itself, so you can also close it.',
    late: 'It takes longer than usual, and we are still on it.',
    sent: 'You sent everything',
    checked: 'Checked',
    checking: 'Being checked',
    answer: 'Our answer',
    results: 'We look at the results',
    expected: 'Expected by <time></time>',
    answers: 'What you sent',
    locked: 'Locked while we check it, so that what we check is exactly what you sent.',
  },
  verified: {
    since: 'Since <time></time>.',
    known: '{partner} knows it already, and you can go on there.',
    back: 'Back to {partner}',
    download: 'Download confirmation',
    title: 'What we verified',
    compared: 'We compared these with your documents.',
    notCompared:
      'We checked that your details are complete and that your documents can be seen. We have not compared the two.',
    answers: 'What you told us',
    locked: 'You are verified with these details, so they cannot be changed here.',
    change: {
      title: 'When something changes',
      text: 'You moved, or your name changed? Write to <link>{email}</link>. We check the new details, and you stay verified meanwhile.',
    },
  },
  refused: {
    meaning:
      'You cannot use the services of {partner} that need a verification, and sending your details again is not possible.',
    again: 'Ask for a second look',
    how: 'If you think that we are mistaken, or if something has changed, you can ask us once to look again. Tell us what we should know, and name the reference at the foot of this page.',
    subject: 'A second look at {reference}',
    write: 'Or write to <link>{email}</link> with any other question.',
  },
  closed: {
    noVerdict: 'This isn’t about your verification.',
    write: 'Write to support',
    subject: '{ask}: {reference}',
    answers: 'What is on record',
    locked: 'You can read your details, and nothing can be changed while the account is not open.',
    onHold: {
      meaning: 'While it is on hold, you cannot make new transactions. You can still see everything on record below.',
      ask: 'Ask to open it again',
      how: 'Tell us what has changed. We check your details again before we open the account.',
    },
    forGood: {
      meaning: 'You cannot make new transactions. You can still see everything on record below.',
      ask: 'Ask about your account',
      how: 'Closing was meant for good. If you think that it was a mistake, tell us why.',
    },
  },
} as const;
