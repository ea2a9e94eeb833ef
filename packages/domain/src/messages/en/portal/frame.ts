/** What stands around every page of the portal, and in place of one that cannot be shown. */
export const frame = {
  title: 'Your verification',
  titleOf: '{page} – Your verification',
  unnamed: 'Customer verification',
  writeTo: 'Write to <link>{email}</link>',
  reference: 'Reference <code>{reference}</code>',
  askCompany: 'Ask the company that sent you here. It can send you a new link at any time.',
  signOut: 'Sign out',
  toTasks: 'Your tasks',
  toCheck: 'Check your answers',
  loading: {
    status: 'Loading your verification',
    form: 'Loading this page',
    answers: 'Loading your answers',
  },
  failure: {
    title: 'Something went wrong on our side',
    frame: 'We could not open your verification',
    page: 'We could not show this part of your verification',
    kept: 'Everything that you saved or sent is still there.',
  },
  notFound: {
    title: 'We can’t find this page',
    text: 'Check the address, or go back to your tasks. Everything that you saved is still there.',
  },
} as const;
