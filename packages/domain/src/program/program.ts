import { z } from 'zod';
import type { PlannedChecks } from '../check/plan.ts';
import type { Durations } from '../customer/durations.ts';
import type { CustomerType } from '../customer/types.ts';
import { type DocumentKind, isIdentity } from '../document/kinds.ts';
import type { Field } from './field.ts';
import { type FieldQuestion, questionOf } from './question.ts';

type Fields = Readonly<Record<string, Field>>;
type Page = {
  readonly title: string;
  readonly hint: string;
  /** What a person should have at hand for it. */
  readonly ready?: string;
};

/** What is stored of these fields: any subset, each valid. */
export type ProfileOf<F extends Fields> = { [Name in keyof F]?: z.output<F[Name]['schema']> | undefined };
/** A change of them; null empties a field. */
export type PatchOf<F extends Fields> = { [Name in keyof F]?: z.output<F[Name]['schema']> | null | undefined };

/** A program as it is declared. */
type Declared<Pages extends Readonly<Record<string, Page>>, F extends Fields> = {
  readonly type: CustomerType;
  readonly name: string;
  readonly fields: F;
  /** The pages on which a person answers, in order. */
  readonly pages: Pages;
  /**
   * The kinds of document that it accepts, each with the fields that can be read on every document of that kind, whichever
   * country issued it. Where kinds that prove who someone is are among them, the gate asks for one.
   */
  readonly documents: { readonly [Kind in DocumentKind]?: readonly (keyof F & string)[] };
  /** The words that a customer declares, by version. A stored declaration names its version, so old words stay. */
  readonly declaration: { readonly versions: Readonly<Record<string, string>>; readonly current: string };
  readonly checks: PlannedChecks;
  readonly durations: Durations;
  /** Who says that somebody's identity was verified has compared at least these with a document. */
  readonly identifiedBy: readonly (keyof F & string)[];
  /** The field whose value decides what the sandbox vendor answers (`SANDBOX_VALUES`). */
  readonly sandboxField?: keyof F & string;
  /** What a customer is called; empty while nothing is known. */
  displayName(profile: ProfileOf<F>): string;
};

export type ProgramPage = Page & { readonly name: string; readonly questions: readonly FieldQuestion[] };

/** What of a program travels to a browser: words and order, no schema and no rule. */
export type ProgramView = {
  readonly type: CustomerType;
  readonly pages: readonly ProgramPage[];
  readonly documents: readonly DocumentKind[];
  readonly declaration: string;
  readonly durations: Durations;
  readonly identifiedBy: readonly string[];
};

/** It is declared in code and holds nothing of a customer, so an answer that carries it does not look into it. */
export const programView = z.custom<ProgramView>((value) => typeof value === 'object' && value !== null);

/** Which fields a kind of customer has, and everything that follows from it. */
export type Program<F extends Fields = Fields> = Omit<Declared<Readonly<Record<string, Page>>, F>, 'pages'> & {
  /** The names of the fields, in the order in which a person answers them. */
  readonly names: readonly string[];
  /** The data of a new customer, and a change of one. Both refuse a field that is not declared. */
  readonly data: z.ZodType<{ profile: ProfileOf<F> }>;
  readonly change: z.ZodType<{ profile: PatchOf<F> }>;
  readonly view: ProgramView;
};

/** Declares a program once; what reads it looks it up from the customer (`programOf`). */
export function defineProgram<
  const Pages extends Readonly<Record<string, Page>>,
  F extends Readonly<Record<string, Field<z.ZodType, keyof Pages & string>>>,
>({ pages, ...declared }: Declared<Pages, F>): Program<F> {
  const { type, fields, documents, declaration, durations, identifiedBy } = declared;
  const asked = Object.entries(pages).map(([name, page]) => ({
    ...page,
    name,
    questions: Object.entries(fields)
      .filter(([, each]) => each.page === name)
      .map(([key, each]) => questionOf(key, each)),
  }));
  const shape = Object.entries(fields).map(([name, { schema }]) => [name, schema] as const);
  const shapeOf = (form: (schema: z.ZodType) => z.ZodType) =>
    z.object({ profile: z.strictObject(Object.fromEntries(shape.map(([name, schema]) => [name, form(schema)]))) });
  return {
    ...declared,
    names: asked.flatMap(({ questions }) => questions.map((question) => question.field)),
    // The table gives each field its own schema; TypeScript cannot follow that through the loop.
    data: shapeOf((schema) => schema.optional()) as unknown as Program<F>['data'],
    change: shapeOf((schema) => schema.nullable().optional()) as unknown as Program<F>['change'],
    view: {
      ...{ type, durations, identifiedBy },
      pages: asked,
      documents: Object.keys(documents) as DocumentKind[],
      declaration: declaration.versions[declaration.current] ?? '',
    },
  };
}

/** Finds the program of a customer; null when none is declared under its type and name. */
export const findProgram = (
  programs: readonly Program[],
  customer: { readonly type: CustomerType; readonly program: string },
): Program | null => programs.find(({ type, name }) => type === customer.type && name === customer.program) ?? null;

/** The program of a stored customer. @throws when nobody declares it any more, which is a fault of the installation. */
export function programOf(...asked: Parameters<typeof findProgram>): Program {
  const found = findProgram(...asked);
  if (!found) throw new Error(`No program ${asked[1].program} is declared for a customer of type ${asked[1].type}.`);
  return found;
}

export const questionsOf = ({ pages }: Pick<ProgramView, 'pages'>): FieldQuestion[] =>
  pages.flatMap(({ questions }) => questions);

/** The question of a field; null when the program has no such field. */
export const questionFor = (view: Pick<ProgramView, 'pages'>, field: string): FieldQuestion | null =>
  questionsOf(view).find((question) => question.field === field) ?? null;

export const labelOf = (view: Pick<ProgramView, 'pages'>, field: string): string =>
  questionFor(view, field)?.label ?? field;

/** The documents that prove who someone is, of those that a program accepts. */
export const identityKinds = ({ documents }: Pick<ProgramView, 'documents'>): DocumentKind[] =>
  documents.filter((kind) => isIdentity(kind));
