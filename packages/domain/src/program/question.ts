import { type InputKind, inputKinds } from '../profile/input-kinds.ts';
import { DATE_SENTENCE } from '../profile/rules.ts';
import type { Field, InputWords } from './field.ts';

export type Option = { readonly value: string; readonly label: string };

/** One box of a question. Its name is the path of its value in the profile, such as `address.postalCode`. */
export type QuestionInput = InputWords & {
  readonly name: string;
  readonly kind: InputKind;
  readonly label: string;
  readonly optional: boolean;
  /** Of a choice. The countries are the same everywhere, so they do not travel with each question. */
  readonly options?: readonly Option[];
  readonly missing: string;
  /** The sentences that speak of another form than this box has, and what is said here instead. */
  readonly saidHere?: Readonly<Record<string, string>>;
};

/** One field as it is asked and shown. It travels to the browser, so it holds words and no schema. */
export type FieldQuestion = {
  readonly field: string;
  readonly label: string;
  readonly optional: boolean;
  /** True where several boxes answer together, like an address. */
  readonly grouped: boolean;
  readonly inputs: readonly QuestionInput[];
  readonly lines?: readonly string[];
};

/** What of a schema decides how it is drawn, whatever it validates. */
type Schema = Parameters<typeof inputKinds.get>[0] & {
  readonly def: { readonly type: string; readonly innerType?: Schema };
  readonly shape?: Readonly<Record<string, Schema>>;
};

/** A field as a question: a box, or for a structure one box for each of its parts. */
export function questionOf(name: string, { label, required, schema, input, parts, lines }: Field): FieldQuestion {
  const { shape } = schema as unknown as Schema;
  return {
    field: name,
    label,
    optional: !required,
    grouped: shape !== undefined,
    inputs: shape
      ? Object.entries(shape).map(([key, each]) => inputOf(`${name}.${key}`, each, { label: key, ...parts?.[key] }))
      : [inputOf(name, schema as unknown as Schema, { label, ...input }, !required)],
    ...(lines ? { lines } : {}),
  };
}

function inputOf(
  name: string,
  given: Schema,
  words: InputWords & { readonly label: string },
  isOptional = false,
): QuestionInput {
  const optional = isOptional || given.def.type === 'optional';
  const schema = given.def.type === 'optional' && given.def.innerType ? given.def.innerType : given;
  const { kind = 'text', choices } = inputKinds.get(schema) ?? {};
  return {
    name,
    kind,
    optional,
    missing: missingWords(kind, words.label),
    ...(kind === 'date' ? { saidHere: SAID_OF_DATES } : {}),
    ...words,
    ...(choices ? { options: Object.entries(choices).map(([value, label]) => ({ value, label })) } : {}),
  };
}

const SAID_OF_DATES = { [DATE_SENTENCE]: 'Enter a real date, for example 27 3 1985.' };

/** "Enter your given names.", "Choose how much you expect to move." */
function missingWords(kind: InputKind, label: string): string {
  const rest = label.charAt(0).toLowerCase() + label.slice(1);
  return kind === 'choice' || kind === 'country' ? `Choose ${rest}.` : `Enter your ${rest}.`;
}
