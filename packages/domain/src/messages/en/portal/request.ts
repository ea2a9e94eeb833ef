/** What we ask a customer for, and how it is answered. */
export const request = {
  paused:
    'The verification is paused until you answer. We keep what you type and upload here, and nothing is sent before you press Send.',
  place: '{number, number} of {total, number}: {about}',
  aQuestion: 'A question',
  aDocument: 'A document',
  due: 'Please answer by <date></date>.',
  yourAnswer: 'Your answer',
  before: 'What you gave before',
  beforeOf: '{label}:',
  ring: 'The red ring marks the place that we mean.',
  whichDocument: 'Which document do you want to send?',
  eitherSide: 'Send the side that we ask for, or both if the whole document is a new one.',
  comment: {
    add: 'Add a comment<hidden>: {about}</hidden>',
    label: 'Your comment',
    document: 'We read it beside your file. On its own it does not answer this.',
    field: 'We read it beside your change. On its own it does not answer this.',
    sent: 'Your comment, <time></time>',
  },
  answered: {
    title: 'What you have answered',
    locked: 'Kept, and locked until we have looked at it together with the rest.',
  },
  nothing: {
    title: 'You have answered everything',
    missing: 'Something else is still missing before the checks can go on:',
    write: 'Write to {email}, and we help you with it.',
  },
  send: {
    none: 'Send answers',
    answers: 'Send {count, plural, one {# answer} other {# answers}}',
    comments: 'Send {count, plural, one {# comment} other {# comments}}',
    pending: 'Sending',
    failed: 'We could not send your answers',
    empty: 'Answer at least one thing before you send.',
  },
  follows: {
    commentAlone: 'A comment alone answers nothing. What we ask for stays open.',
    left: '{left, plural, one {One thing is} other {# things are}} not answered yet. You can send it later.',
    checks: 'Once everything is answered, the checks start again by themselves.',
  },
  thanks: {
    answers: 'We have your {count, plural, one {answer} other {# answers}}',
    comments: 'We have your {count, plural, one {comment} other {# comments}}',
    left: '{left, plural, one {One thing is} other {# things are}} left. Once you have answered everything, the checks start again by themselves.',
  },
} as const;
