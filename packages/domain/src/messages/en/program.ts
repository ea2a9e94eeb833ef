/**
 * What is said about the fields of any program, with their labels. A program's own words stand in its declaration, which
 * is their English; another language gives them under `programs`.
 */
export const program = {
  fieldMissing: '{label} is missing.',
  declarationMissing: 'The declaration has not been given.',
  /** Where a field says nothing of its own. The label begins with a small letter. */
  enter: 'Enter your {label}.',
  choose: 'Choose {label}.',
  /** Said of a date in a form that asks for day, month and year. */
  realDate: 'Enter a real date, for example 27 3 1985.',
} as const;
