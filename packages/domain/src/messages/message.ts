import type { GetICUArgs } from '@schummar/icu-type-parser';
import type { en } from './en/index.ts';

export type Catalogue = typeof en;

type Paths<T> = { [Key in keyof T & string]: T[Key] extends string ? Key : `${Key}.${Paths<T[Key]>}` }[keyof T &
  string];
type At<T, Path extends string> = Path extends `${infer Key}.${infer Rest}`
  ? Key extends keyof T
    ? At<T[Key], Rest>
    : never
  : Path extends keyof T
    ? T[Path]
    : never;

/** The key of a message in the catalogue, such as `errors.GONE.message`. */
export type MessageKey = Paths<Catalogue>;

/** The value of a message's argument. A nested message is formatted in the same language. */
export type Argument = string | number | Date | Message;

/** The arguments of a message, inferred from its English text. */
export type ArgumentsOf<Key extends MessageKey> = GetICUArgs<
  At<Catalogue, Key> & string,
  { ICUArgument: string | number | Message; ICUNumberArgument: number; ICUDateArgument: Date }
>;

/** A message before it has a language: its key and its arguments. Rules and refusals carry these. */
export type Message = { readonly key: MessageKey; readonly args?: Readonly<Record<string, Argument>> };

/** Refers to a message of the catalogue. It does not compile with a key or arguments that English does not have. */
export const message = <Key extends MessageKey>(
  key: Key,
  ...[args]: keyof ArgumentsOf<Key> extends never ? [] : [args: ArgumentsOf<Key>]
): Message => (args ? { key, args: args as Readonly<Record<string, Argument>> } : { key });

/** The same catalogue in another language: a text for every key. */
export type Translation<T = Catalogue> = {
  readonly [Key in keyof T]: T[Key] extends string ? string : Translation<T[Key]>;
};
