import { z } from 'zod';

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0];

/** What a value should have been, in words. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** Of what a length counts, one and many. */
const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  string: [' character', ' characters'],
  array: [' entry', ' entries'],
};

/** How a text is written, by the name that zod has for it. */
const FORMATS: Readonly<Record<string, string>> = { datetime: 'a time, like 2026-01-31T09:00:00Z' };

/** More choices than this are not read; the reference lists them. */
const MOST_CHOICES = 12;

/** A problem that no schema has its own words for, as a sentence that names the field. */
function sentenceFor(issue: Issue): string | undefined {
  const name = issue.path?.join('.') || 'The input';
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `${name} is required.`;
      return `${name} must be ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      return bound(name, issue.origin, Number(issue.minimum), 'at least');
    case 'too_big':
      return bound(name, issue.origin, Number(issue.maximum), 'at most');
    case 'unrecognized_keys':
      return `There is no such field: ${[...(issue.path ?? []), issue.keys.join(', ')].join('.').slice(0, 120)}.`;
    case 'invalid_value':
      return issue.values.length > MOST_CHOICES
        ? `${name} is not one of the known values.`
        : `${name} must be ${issue.values.map(String).join(' or ')}.`;
    case 'invalid_format':
      return `${name} must be ${FORMATS[issue.format] ?? 'written in another form'}.`;
    case 'invalid_union':
      return `${name} is of a kind that is not accepted.`;
    case 'invalid_key':
      return aboutKey(issue);
    default:
      return undefined;
  }
}

/** A key may hold anything, so the record is named in its place. */
function aboutKey({ path = [], issues: [first] }: Extract<Issue, { code: 'invalid_key' }>): string | undefined {
  const named = { ...first, path: [`A key of ${path.slice(0, -1).join('.') || 'the input'}`] } as Issue;
  return sentenceFor(named) ?? first?.message;
}

function bound(name: string, origin: string, limit: number, which: 'at least' | 'at most'): string {
  if (origin === 'string' && limit === 1 && which === 'at least') return `${name} is empty.`;
  const unit = UNITS[origin] ?? ['', ''];
  return `${name} must be ${which} ${limit}${unit[limit === 1 ? 0 : 1]}.`;
}

/** Lets every schema speak so where it has no words of its own. Setting it again changes nothing. */
export const speakPlainly = (): void => void z.config({ customError: sentenceFor });
