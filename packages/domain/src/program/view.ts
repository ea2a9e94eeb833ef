import { z } from 'zod';
import type { Durations } from '../customer/durations.ts';
import type { CustomerType } from '../customer/types.ts';
import { type DocumentKind, isIdentity } from '../document/kinds.ts';
import type { FieldQuestion } from './question.ts';

/** It is declared in code and holds no customer data, so answers do not verify its content. */
export const programView = z.custom<ProgramView>((value) => typeof value === 'object' && value !== null);

/** The declaration of a portal page. */
export type DeclaredPage = {
  readonly title: string;
  readonly hint: string;
  /** The things that the person needs at hand for it. */
  readonly ready?: string;
};

export type ProgramPage = DeclaredPage & { readonly name: string; readonly questions: readonly FieldQuestion[] };

/** The part of a program that is sent to browsers: texts and order, without schemas and rules. */
export type ProgramView = {
  readonly type: CustomerType;
  readonly pages: readonly ProgramPage[];
  readonly documents: readonly DocumentKind[];
  readonly declaration: string;
  readonly durations: Durations;
  readonly identifiedBy: readonly string[];
};

export const questionsOf = ({ pages }: Pick<ProgramView, 'pages'>): FieldQuestion[] =>
  pages.flatMap(({ questions }) => questions);

/** The question of a field; null when the program has no such field. */
export const questionFor = (view: Pick<ProgramView, 'pages'>, field: string): FieldQuestion | null =>
  questionsOf(view).find((question) => question.field === field) ?? null;

export const labelOf = (view: Pick<ProgramView, 'pages'>, field: string): string =>
  questionFor(view, field)?.label ?? field;

/** The identity documents that a program accepts. */
export const identityKinds = ({ documents }: Pick<ProgramView, 'documents'>): DocumentKind[] =>
  documents.filter((kind) => isIdentity(kind));
