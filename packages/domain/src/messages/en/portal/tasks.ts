/** What is left to do before a profile can be sent. */
export const tasks = {
  list: 'Your tasks',
  about:
    'About 10 minutes. We save what you type, so you can stop at any time and go on later, also on another device.',
  start: 'Start',
  continue: 'Continue',
  document: 'Identity document',
  check: 'Check your answers and send',
  checkLast: 'After everything above',
  ready: {
    title: 'Have these ready',
    document: 'An identity document that is still valid: a {documents}',
    camera: 'A phone or a camera to photograph it, or a file of it',
  },
} as const;
