/** What is wrong with a value: the rules' own words, by which schemas name them, and below what is wrong by its kind alone. */
export const input = {
  /** A sentence that a program brings along. */
  own: '{sentence}',
  unstorable: 'Contains characters that cannot be stored.',
  mostCharacters: 'Use at most {maximum} {maximum, plural, one {character} other {characters}}.',
  mostKeys: 'Use at most {maximum} {maximum, plural, one {key} other {keys}}.',
  mostFields: 'Use at most {maximum} {maximum, plural, one {field} other {fields}}.',
  empty: 'Enter a value.',
  oneLine: 'Use one line.',
  controls: 'Leave out control characters.',
  option: 'Choose one of the options.',
  date: 'Use a real date, written YYYY-MM-DD, like 1985-03-27.',
  country: 'Choose a country from the list.',
  phone: 'Enter a phone number with its country code, like +44 20 7946 0958.',
  email: 'Enter an email address, like name@example.com.',
  poBox: 'Give the address where you live, not a PO box.',
  postcode: 'Check the postcode. In this country it looks like {example}.',
  /** What a check adds to what it asks. `label` names the field. */
  noLetters: 'The name has no letters.',
  birthDateInFuture: 'The date of birth lies in the future.',
  youngerThan: 'Younger than {age}.',
  notValid: '{label} is not valid: {why}',
  partMissing: 'something is missing.',
  bornInFuture: 'The date of birth must be in the past.',
  tooYoung: 'You must be {age} or older.',
  bornTooEarly: 'Check the year of birth.',
  id: 'This is not an id of this kind.',
  reservedKeys: 'The names __proto__, constructor and prototype are reserved. Use another.',
  reason: 'Choose a reason.',
  note: 'Say why, for your colleagues.',
  reversible: 'Say whether this can be undone.',
  items: 'Ask for at least one thing.',
  mostItems: 'Ask for at most {maximum} {maximum, plural, one {thing} other {things}}.',

  /** `field` is the place of the value in the input, as a path. */
  found: {
    /** In place of a path: the whole input, and a key of a record, which may be anything. */
    whole: 'The input',
    key: 'A key of {record}',
    keyOfWhole: 'A key of the input',
    required: '{field} is required.',
    notOfKind:
      '{field} must be {kind, select, string {a text} number {a number} int {a whole number} boolean {true or false} array {a list} object {an object} record {an object} other {{kind}}}.',
    empty: '{field} is empty.',
    tooSmall: {
      string: '{field} must be at least {limit} {limit, plural, one {character} other {characters}}.',
      array: '{field} must be at least {limit} {limit, plural, one {entry} other {entries}}.',
      number: '{field} must be at least {limit}.',
    },
    tooBig: {
      string: '{field} must be at most {limit} {limit, plural, one {character} other {characters}}.',
      array: '{field} must be at most {limit} {limit, plural, one {entry} other {entries}}.',
      number: '{field} must be at most {limit}.',
    },
    noSuchField: 'There is no such field: {fields}.',
    unknownValue: '{field} is not one of the known values.',
    notOneOf: '{field} must be {values}.',
    notATime: '{field} must be a time, like {example}.',
    wrongForm: '{field} must be written in another form.',
    wrongKind: '{field} is of a kind that is not accepted.',
    wrong: '{field} is not valid.',
  },
} as const;

/** How things are listed, two at a time. */
export const lists = { or: '{first} or {second}', comma: '{first}, {second}' } as const;
