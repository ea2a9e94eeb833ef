import type { FieldQuestion } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import type { Values } from '../questions/values.ts';
import { allNames } from '../questions/values.ts';
import type { Slot } from '../upload/slot.ts';

/** A kind of document that may answer an item. Most items accept one kind, some several. */
export type DocumentChoice = { readonly kind: string; readonly label: string; readonly slots: readonly Slot[] };

/** How an item is answered: with text, a changed field, or an upload. */
export type Ask =
  | { readonly by: 'text' }
  | { readonly by: 'field'; readonly question: FieldQuestion; readonly recorded: Values }
  | { readonly by: 'document'; readonly choices: readonly DocumentChoice[] };

/** One open item as the form shows it. Read-only content is rendered on the server and passed as `children`. */
export type ItemView = {
  readonly id: string;
  readonly about: string;
  readonly title: string;
  readonly ask: Ask;
  /** The saved draft. */
  readonly draft: Values;
  readonly children: ReactNode;
};

/** The current, unsent values and files of an item. */
export type Given = { readonly values: Values; readonly documents: Readonly<Record<string, string>> };

/** True when a file is held, a field has changed, or a requested text is given. */
export function isAnswered({ ask }: ItemView, { values, documents }: Given): boolean {
  if (ask.by === 'document') return Object.keys(documents).length > 0;
  if (ask.by === 'text') return (values.text ?? '').trim() !== '';
  const typed = allNames([ask.question]).map((name) => [(values[name] ?? '').trim(), ask.recorded[name] ?? '']);
  return typed.some(([value]) => value !== '') && typed.some(([value, recorded]) => value !== recorded);
}

/** The comment beside a file or a field. It is sent along and answers nothing. */
export const commentOn = ({ ask }: ItemView, { values }: Given): string =>
  ask.by === 'text' ? '' : (values.comment ?? '').trim();

/** The name of the comment's input. */
export const commentBox = ({ id }: Pick<ItemView, 'id'>): string => `${id}-comment`;

/** The id of the input that an error summary links to. */
export function firstBox({ id, ask }: ItemView): string {
  if (ask.by === 'text') return id;
  if (ask.by === 'field') return ask.question.inputs[0]?.name ?? id;
  return ask.choices.length > 1 ? `${id}-kind` : (ask.choices[0]?.slots[0]?.name ?? id);
}
