import { ENGLISH, type Language, say } from '../messages/language.ts';
import { message } from '../messages/message.ts';
import { type InputKind, inputKinds } from '../profile/input-kinds.ts';
import type { Field, InputWords } from './field.ts';

export type Option = { readonly value: string; readonly label: string };

/** One input of a question. Its name is the path of its value in the profile, such as `address.postalCode`. */
export type QuestionInput = InputWords & {
  readonly name: string;
  readonly kind: InputKind;
  readonly label: string;
  readonly optional: boolean;
  /** The options of a choice. Countries are the same everywhere and are not sent with each question. */
  readonly options?: readonly Option[];
  readonly missing: string;
  /** Replacements for schema messages that name another format than this input has. */
  readonly saidHere?: Readonly<Record<string, string>>;
};

/** One field as asked and shown. It is sent to the browser, so it holds texts and no schema. */
export type FieldQuestion = {
  readonly field: string;
  readonly label: string;
  readonly optional: boolean;
  /** True where several inputs belong together, such as an address. */
  readonly grouped: boolean;
  readonly inputs: readonly QuestionInput[];
  readonly lines?: readonly string[];
};

/** The parts of a schema that decide how it is rendered. */
type Schema = Parameters<typeof inputKinds.get>[0] & {
  readonly def: { readonly type: string; readonly innerType?: Schema };
  readonly shape?: Readonly<Record<string, Schema>>;
};

/** Translates a declared text by its key, such as `fields.givenNames.label`. */
export type Translate = (key: string, declared: string) => string;
type Said = { readonly language: Language; readonly words: Translate };
/** Returns the declared English text. */
const AS_DECLARED: Said = { language: ENGLISH, words: (_, declared) => declared };

/** A field as a question: one input, or one for each part of a structure. */
export function questionOf(name: string, field: Field, { language, words } = AS_DECLARED): FieldQuestion {
  const { required, input, parts, lines } = field;
  const schema = field.schema as unknown as Schema;
  const { shape } = schema;
  const label = words(`fields.${name}.label`, field.label);
  const said: Said = { language, words: (key, declared) => words(`fields.${name}.${key}`, declared) };
  const ofPart = (part: string): Said => ({ language, words: (key, text) => said.words(`parts.${part}.${key}`, text) });
  return {
    field: name,
    label,
    optional: !required,
    grouped: shape !== undefined,
    inputs: shape
      ? Object.entries(shape).map(([part, each]) => {
          const { label: declared = part, ...about } = parts?.[part] ?? {};
          const named = { label: ofPart(part).words('label', declared), ...about };
          return inputOf(`${name}.${part}`, each, named, ofPart(part));
        })
      : [inputOf(name, schema, { label, ...input }, said, !required)],
    ...(lines ? { lines: lines.map((line, index) => said.words(`lines.${index}`, line)) } : {}),
  };
}

function inputOf(
  name: string,
  given: Schema,
  { hint, missing, ...about }: InputWords & { readonly label: string },
  { language, words }: Said,
  isOptional = false,
): QuestionInput {
  const optional = isOptional || given.def.type === 'optional';
  const schema = given.def.type === 'optional' && given.def.innerType ? given.def.innerType : given;
  const { kind = 'text', choices } = inputKinds.get(schema) ?? {};
  return {
    name,
    kind,
    optional,
    missing: missing === undefined ? missingMessage(kind, about.label, language) : words('missing', missing),
    ...(kind === 'date'
      ? { saidHere: { [say(language, message('input.date'))]: say(language, message('program.realDate')) } }
      : {}),
    ...about,
    ...(hint === undefined ? {} : { hint: words('hint', hint) }),
    ...(choices
      ? {
          options: Object.entries(choices).map(([value, label]) => ({
            value,
            label: words(`options.${value}`, label),
          })),
        }
      : {}),
  };
}

/** "Enter your given names.", "Choose how much you expect to move." */
function missingMessage(kind: InputKind, text: string, language: Language): string {
  const label = text.charAt(0).toLocaleLowerCase(language.tag) + text.slice(1);
  const key = kind === 'choice' || kind === 'country' ? 'program.choose' : 'program.enter';
  return say(language, message(key, { label }));
}
