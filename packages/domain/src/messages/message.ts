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

/** Where a sentence stands in the catalogue, such as `errors.GONE.message`. */
export type MessageKey = Paths<Catalogue>;

/** What fills a place of a sentence. A message is said in the same language as the sentence around it. */
export type Argument = string | number | Date | Message;

/** The places of a sentence, read from its English text. */
export type ArgumentsOf<Key extends MessageKey> = GetICUArgs<
  At<Catalogue, Key> & string,
  { ICUArgument: string | number | Message; ICUNumberArgument: number; ICUDateArgument: Date }
>;

/** A sentence before it has a language: its key, and what fills its places. Rules and refusals carry these. */
export type Message = { readonly key: MessageKey; readonly args?: Readonly<Record<string, Argument>> };

/** Names a sentence of the catalogue. It does not compile with a key, or with places, that English does not have. */
export const message = <Key extends MessageKey>(
  key: Key,
  ...[args]: keyof ArgumentsOf<Key> extends never ? [] : [args: ArgumentsOf<Key>]
): Message => (args ? { key, args: args as Readonly<Record<string, Argument>> } : { key });

/** The same catalogue in another language: a text for every key. */
export type Translation<T = Catalogue> = {
  readonly [Key in keyof T]: T[Key] extends string ? string : Translation<T[Key]>;
};
