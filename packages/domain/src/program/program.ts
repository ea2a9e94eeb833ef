import { z } from 'zod';
import type { PlannedChecks } from '../check/plan.ts';
import type { Durations } from '../customer/durations.ts';
import type { CustomerType } from '../customer/types.ts';
import type { DocumentKind } from '../document/kinds.ts';
import { ENGLISH, type Language } from '../messages/language.ts';
import type { Field } from './field.ts';
import { questionOf, type Translate } from './question.ts';
import { type DeclaredPage, type ProgramView, questionsOf } from './view.ts';

type Fields = Readonly<Record<string, Field>>;
/** The stored data of these fields: any subset, each valid. */
export type ProfileOf<F extends Fields> = { [Name in keyof F]?: z.output<F[Name]['schema']> | undefined };
/** A patch of them; null empties a field. */
export type PatchOf<F extends Fields> = { [Name in keyof F]?: z.output<F[Name]['schema']> | null | undefined };

/** The declaration of a program. */
type Declared<Pages extends Readonly<Record<string, DeclaredPage>>, F extends Fields> = {
  readonly type: CustomerType;
  readonly name: string;
  readonly fields: F;
  /** The pages of the portal, in order. */
  readonly pages: Pages;
  /**
   * The accepted kinds of document, each with the fields that every document of that kind shows, in any country. If
   * some of them prove an identity, the gate requires one.
   */
  readonly documents: { readonly [Kind in DocumentKind]?: readonly (keyof F & string)[] };
  /** The texts of the declaration, by version. A stored declaration names its version, so old texts stay. */
  readonly declaration: { readonly versions: Readonly<Record<string, string>>; readonly current: string };
  readonly checks: PlannedChecks;
  readonly durations: Durations;
  /** A verification of identity compares at least these fields with a document. */
  readonly identifiedBy: readonly (keyof F & string)[];
  /** The field whose value decides what the sandbox vendor answers (`SANDBOX_VALUES`). */
  readonly sandboxField?: keyof F & string;
  /** The display name of a customer; empty while nothing is known. */
  displayName(profile: ProfileOf<F>): string;
};

/** The fields of a kind of customer, and everything derived from them. */
export type Program<F extends Fields = Fields> = Declared<Readonly<Record<string, DeclaredPage>>, F> & {
  /** The names of the fields, in the order of the pages. */
  readonly names: readonly string[];
  /** The data of a new customer, and a patch. Both refuse undeclared fields. */
  readonly data: z.ZodType<{ profile: ProfileOf<F> }>;
  readonly change: z.ZodType<{ profile: PatchOf<F> }>;
  /** In English, the language of declarations; `viewIn` translates it. */
  readonly view: ProgramView;
};

/** Declares a program. Readers look it up by the customer (`programOf`). */
export function defineProgram<
  const Pages extends Readonly<Record<string, DeclaredPage>>,
  F extends Readonly<Record<string, Field<z.ZodType, keyof Pages & string>>>,
>(declared: Declared<Pages, F>): Program<F> {
  const shape = Object.entries(declared.fields).map(([name, { schema }]) => [name, schema] as const);
  const shapeOf = (form: (schema: z.ZodType) => z.ZodType) =>
    z.object({ profile: z.strictObject(Object.fromEntries(shape.map(([name, schema]) => [name, form(schema)]))) });
  const view = viewOf(declared, ENGLISH);
  return {
    ...declared,
    names: questionsOf(view).map((question) => question.field),
    // Each field has its own schema, which TypeScript cannot infer through the loop.
    data: shapeOf((schema) => schema.optional()) as unknown as Program<F>['data'],
    change: shapeOf((schema) => schema.nullable().optional()) as unknown as Program<F>['change'],
    view,
  };
}

const views = new WeakMap<Program, Map<string, ProgramView>>();

/** A program's texts in a language, which fall back to the declaration. */
export function viewIn(program: Program, language: Language): ProgramView {
  if (language === ENGLISH) return program.view;
  const known = views.get(program) ?? new Map<string, ProgramView>();
  views.set(program, known);
  const view = known.get(language.tag) ?? viewOf(program, language);
  known.set(language.tag, view);
  return view;
}

type Viewed = Omit<Declared<Readonly<Record<string, DeclaredPage>>, Fields>, 'displayName'>;

function viewOf(
  { type, name, pages, fields, documents, declaration, ...rest }: Viewed,
  language: Language,
): ProgramView {
  const words = wordsIn(language, `${type}.${name}`);
  return {
    type,
    durations: rest.durations,
    identifiedBy: rest.identifiedBy,
    pages: Object.entries(pages).map(([page, { title, hint, ready }]) => ({
      name: page,
      title: words(`pages.${page}.title`, title),
      hint: words(`pages.${page}.hint`, hint),
      ...(ready === undefined ? {} : { ready: words(`pages.${page}.ready`, ready) }),
      questions: Object.entries(fields)
        .filter(([, each]) => each.page === page)
        .map(([field, each]) => questionOf(field, each, { language, words })),
    })),
    documents: Object.keys(documents) as DocumentKind[],
    // Each version has its own text in each language, so that a stored declaration never changes its meaning.
    declaration: words(`declaration.${declaration.current}`, declaration.versions[declaration.current] ?? ''),
  };
}

/** Translates a declared text by its path in the declaration. */
const wordsIn =
  ({ programs = {}, untranslated = (declared) => declared }: Language, program: string): Translate =>
  (key, declared) =>
    programs[`${program}.${key}`] ?? untranslated(declared);

/** Finds the program of a customer; null when none is declared under its type and name. */
export const findProgram = (
  programs: readonly Program[],
  customer: { readonly type: CustomerType; readonly program: string },
): Program | null => programs.find(({ type, name }) => type === customer.type && name === customer.program) ?? null;

/** The program of a stored customer. @throws when it is no longer declared, which is a fault of the installation. */
export function programOf(...asked: Parameters<typeof findProgram>): Program {
  const found = findProgram(...asked);
  if (!found) throw new Error(`No program ${asked[1].program} is declared for a customer of type ${asked[1].type}.`);
  return found;
}
