import {
  calendarDate,
  country,
  DATE_SENTENCE,
  fieldsOf,
  INDIVIDUAL_FIELDS,
  type IndividualField,
  type IndividualPart,
  phone,
} from '@gatehouse/domain';
import { optionsOf } from './choices.ts';
import type { InputKind, Question, QuestionInput } from './question.ts';
import { WORDS } from './words.ts';

/** What of a schema decides how it is drawn, whatever it validates. */
type Schema = {
  readonly def: { readonly type: string; readonly innerType?: Schema };
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly string[];
};

/** The schemas that are more than text. They are told by identity, so a new field of theirs is drawn right by itself. */
const KINDS = new Map<unknown, InputKind>([
  [calendarDate, 'date'],
  [country, 'country'],
  [phone, 'tel'],
]);

/** The questions of one page, read from the domain's table. */
export const questionsOf = (part: IndividualPart): Question[] => fieldsOf(part).map(questionOf);

/** One field of the profile as a question: a box, or for a structure one box for each of its parts. */
export function questionOf(field: IndividualField): Question {
  const { label, required, schema } = INDIVIDUAL_FIELDS[field];
  const { shape } = schema as unknown as Schema;
  return {
    field,
    label,
    optional: !required,
    grouped: shape !== undefined,
    inputs: shape
      ? Object.entries(shape).map(([key, each]) => inputOf(`${field}.${key}`, each, key))
      : [inputOf(field, schema as unknown as Schema, label, !required)],
  };
}

function inputOf(name: string, given: Schema, label: string, isOptional = false): QuestionInput {
  const optional = isOptional || given.def.type === 'optional';
  const schema = given.def.type === 'optional' && given.def.innerType ? given.def.innerType : given;
  const options = schema.def.type === 'enum' ? optionsOf(schema.options ?? []) : undefined;
  const kind: InputKind = KINDS.get(schema) ?? (options ? 'choice' : 'text');
  const words = { label, ...WORDS[name] };
  return {
    name,
    kind,
    optional,
    missing: missingWords(kind, words.label),
    ...(kind === 'date' ? { saidHere: { [DATE_SENTENCE]: 'Enter a real date, for example 27 3 1985.' } } : {}),
    ...words,
    ...(options ? { options } : {}),
  };
}

/** "Enter your given names.", "Choose how much you expect to move." */
function missingWords(kind: InputKind, label: string): string {
  const rest = label.charAt(0).toLowerCase() + label.slice(1);
  return kind === 'choice' || kind === 'country' ? `Choose ${rest}.` : `Enter your ${rest}.`;
}
