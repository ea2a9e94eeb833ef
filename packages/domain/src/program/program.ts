import { z } from 'zod';
import type { PlannedChecks } from '../check/plan.ts';
import type { Durations } from '../customer/durations.ts';
import type { CustomerType } from '../customer/types.ts';
import type { DocumentKind } from '../document/kinds.ts';
import { ENGLISH, type Language } from '../messages/language.ts';
import type { Field } from './field.ts';
import { questionOf, type Words } from './question.ts';
import { type DeclaredPage, type ProgramView, questionsOf } from './view.ts';

type Fields = Readonly<Record<string, Field>>;
/** What is stored of these fields: any subset, each valid. */
export type ProfileOf<F extends Fields> = { [Name in keyof F]?: z.output<F[Name]['schema']> | undefined };
/** A change of them; null empties a field. */
export type PatchOf<F extends Fields> = { [Name in keyof F]?: z.output<F[Name]['schema']> | null | undefined };

/** A program as it is declared. */
type Declared<Pages extends Readonly<Record<string, DeclaredPage>>, F extends Fields> = {
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

/** Which fields a kind of customer has, and everything that follows from it. */
export type Program<F extends Fields = Fields> = Declared<Readonly<Record<string, DeclaredPage>>, F> & {
  /** The names of the fields, in the order in which a person answers them. */
  readonly names: readonly string[];
  /** The data of a new customer, and a change of one. Both refuse a field that is not declared. */
  readonly data: z.ZodType<{ profile: ProfileOf<F> }>;
  readonly change: z.ZodType<{ profile: PatchOf<F> }>;
  /** In English, which is how it is declared; `viewIn` answers it in another language. */
  readonly view: ProgramView;
};

/** Declares a program once; what reads it looks it up from the customer (`programOf`). */
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
    // The table gives each field its own schema; TypeScript cannot follow that through the loop.
    data: shapeOf((schema) => schema.optional()) as unknown as Program<F>['data'],
    change: shapeOf((schema) => schema.nullable().optional()) as unknown as Program<F>['change'],
    view,
  };
}

const views = new WeakMap<Program, Map<string, ProgramView>>();

/** A program's words in a language: the language's own where it has them, and otherwise those of the declaration. */
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
    // Each version has its own text in each language, so that a stored declaration means the same for ever.
    declaration: words(`declaration.${declaration.current}`, declaration.versions[declaration.current] ?? ''),
  };
}

/** Says a declared word by the key that its place in the declaration gives it. */
const wordsIn =
  ({ programs = {}, untranslated = (declared) => declared }: Language, program: string): Words =>
  (key, declared) =>
    programs[`${program}.${key}`] ?? untranslated(declared);

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
