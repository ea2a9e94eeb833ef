/** A page of questions: what is saved, what went wrong, and what was changed elsewhere meanwhile. */
export const form = {
  continue: 'Continue',
  saving: 'Saving',
  notSaved: 'We could not save this',
  pageNotSaved: 'We could not save this page',
  chooseCountry: 'Choose a country',
  chooseOne: 'Choose one',
  problem: {
    couldNotGoOn: 'We could not go on',
    offline: 'You’re offline. What you typed is still on this page. Try again when you’re connected.',
    signedOut:
      'You’re signed out. Open a new link in another tab, then try again here. What you typed is still on this page.',
    refused: '{message} What you typed is still on this page.',
    unreachable:
      'We could not reach the server. What you typed is still on this page. Check your connection and try again.',
  },
  signedOut: {
    title: 'You’re signed out',
    kept: 'What you typed since the last save is still on this page. Open a new link in another tab, then press {button} here again.',
    link: 'Ask for a new link (opens in a new tab)',
  },
  connected: { title: 'You’re connected again', next: 'Press {button} to go on.' },
  conflict: {
    title: 'This was changed somewhere else while you were typing',
    recorded: 'On record now: {value}',
    typed: 'You typed: {value}',
    nothing: 'nothing',
    keep: 'Keep what I typed',
    take: 'Use what is on record',
  },
} as const;
