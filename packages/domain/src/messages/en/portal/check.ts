/** Checking the answers, declaring that they are true, and sending them. */
export const check = {
  title: 'Check your answers',
  nothingSent: 'Nothing is sent yet. After you send it, it is locked while we check it.',
  document: 'Identity document',
  changeDocument: 'Change<hidden> identity document</hidden>',
  notAdded: 'Not added yet',
  before: 'Before you can send it',
  unfinished: '<link>{task}</link> is not finished',
  declaration: 'Declaration',
  unconfirmed: 'Confirm the declaration to send it.',
  changed: 'Something was changed while you were reading',
  changedKept: 'Nothing was sent. Check your answers again; this page shows them as they are now.',
  notSent: 'We could not send it',
  send: 'Send for verification',
  sending: 'Sending',
} as const;
