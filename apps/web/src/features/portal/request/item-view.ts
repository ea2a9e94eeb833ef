import type { FieldQuestion } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import type { Values } from '../questions/values.ts';
import { allNames } from '../questions/values.ts';
import type { Slot } from '../upload/slot.ts';

/** The documents that may answer an item: mostly one kind, or a choice of several. */
export type DocumentChoice = { readonly kind: string; readonly label: string; readonly slots: readonly Slot[] };

/** What answers an item: words, a changed field, or an upload. */
export type Ask =
  | { readonly by: 'text' }
  | { readonly by: 'field'; readonly question: FieldQuestion; readonly recorded: Values }
  | { readonly by: 'document'; readonly choices: readonly DocumentChoice[] };

/** One open item as the form shows it. What is only read was drawn on the server and travels as `children`. */
export type ItemView = {
  readonly id: string;
  readonly about: string;
  readonly title: string;
  readonly ask: Ask;
  /** What was typed before and not yet sent. */
  readonly draft: Values;
  readonly children: ReactNode;
};

/** What stands in an item's boxes, or lies in its places, and is not sent yet. */
export type Given = { readonly values: Values; readonly documents: Readonly<Record<string, string>> };

/** A file is there, a field says something else than before, or words were written where words are asked for. */
export function isAnswered({ ask }: ItemView, { values, documents }: Given): boolean {
  if (ask.by === 'document') return Object.keys(documents).length > 0;
  if (ask.by === 'text') return (values.text ?? '').trim() !== '';
  const typed = allNames([ask.question]).map((name) => [(values[name] ?? '').trim(), ask.recorded[name] ?? '']);
  return typed.some(([value]) => value !== '') && typed.some(([value, recorded]) => value !== recorded);
}

/** Words beside a file or a field: they go with what is sent, and answer nothing. */
export const commentOn = ({ ask }: ItemView, { values }: Given): string =>
  ask.by === 'text' ? '' : (values.comment ?? '').trim();

/** The name of the box for a comment. */
export const commentBox = ({ id }: Pick<ItemView, 'id'>): string => `${id}-comment`;

/** The box or place that an error summary leads to. */
export function firstBox({ id, ask }: ItemView): string {
  if (ask.by === 'text') return id;
  if (ask.by === 'field') return ask.question.inputs[0]?.name ?? id;
  return ask.choices.length > 1 ? `${id}-kind` : (ask.choices[0]?.slots[0]?.name ?? id);
}
