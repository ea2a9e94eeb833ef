import type { FieldQuestion, QuestionInput } from '@gatehouse/domain';

/** The values of the inputs, by name, as typed. */
export type Values = Readonly<Record<string, string>>;

const DATE_PARTS = ['day', 'month', 'year'] as const;

/** The names of an input's parts: a date has three. */
export const namesOf = ({ kind, name }: QuestionInput): string[] =>
  kind === 'date' ? DATE_PARTS.map((part) => `${name}-${part}`) : [name];

export const allNames = (questions: readonly FieldQuestion[]): string[] =>
  questions.flatMap((question) => question.inputs.flatMap(namesOf));

/** A stored profile as values of inputs. A missing field is an empty value. */
export function fromProfile(questions: readonly FieldQuestion[], profile: Readonly<Record<string, unknown>>): Values {
  const entries = questions.flatMap((question) =>
    question.inputs.flatMap((input): [string, string][] => {
      const value = text(at(profile, input.name));
      if (input.kind !== 'date') return [[input.name, value]];
      const [year = '', month = '', day = ''] = value.split('-');
      return [
        [`${input.name}-day`, day.replace(/^0/, '')],
        [`${input.name}-month`, month.replace(/^0/, '')],
        [`${input.name}-year`, year],
      ];
    }),
  );
  return Object.fromEntries(entries);
}

/** The typed values as a change of the profile. An empty optional question clears its field. */
export function toPatch(questions: readonly FieldQuestion[], values: Values): Record<string, unknown> {
  return Object.fromEntries(
    questions.map((question) => {
      const isEmpty = question.inputs.every((input) => isBlank(input, values));
      if (question.optional && isEmpty) return [question.field, null];
      return [question.field, question.grouped ? structure(question, values) : single(question.inputs[0], values)];
    }),
  );
}

export const isBlank = (input: QuestionInput, values: Values): boolean =>
  namesOf(input).every((name) => (values[name] ?? '').trim() === '');

function structure(question: FieldQuestion, values: Values): Record<string, string> {
  const filled = question.inputs.filter((input) => !(input.optional && isBlank(input, values)));
  return Object.fromEntries(filled.map((input) => [input.name.split('.').at(-1) ?? '', single(input, values)]));
}

/** A date is sent as `YYYY-MM-DD` without validation; the server validates it. */
function single(input: QuestionInput | undefined, values: Values): string {
  if (!input) return '';
  if (input.kind !== 'date') return values[input.name] ?? '';
  if (isBlank(input, values)) return '';
  const [day = '', month = '', year = ''] = namesOf(input).map((name) => (values[name] ?? '').trim());
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
