/** The page to keep or to print that says that somebody was verified. */
export const confirmation = {
  title: 'Confirmation of verification',
  verified: 'The identity of the person named here was verified.',
  passed: 'The person named here passed the checks. Their details were not compared with a document.',
  name: 'Name',
  partner: 'Verified for',
  since: 'Verified since',
  compared: 'Compared with documents',
  nothing: 'Nothing',
  reference: 'Reference',
  printed: 'Printed on',
  today: 'It says what was so on the day of printing. For the present state, ask {partner} at {email}.',
  none: 'There is nothing here.',
} as const;
