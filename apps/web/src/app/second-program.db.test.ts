import {
  calendarDate,
  choice,
  DURATIONS,
  defineProgram,
  ENGLISH,
  field,
  type KnownPatch,
  line,
  PROGRAMS,
  questionFor,
  Refusal,
  sayRefusal,
} from '@gatehouse/domain';
import { createWorld, drain, idOf, portalOf, type World } from '@gatehouse/engine/testing';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldLines } from '#features/desk-case/field-lines.ts';
import { fieldErrors } from '#features/portal/questions/field-errors.ts';
import { GivenAnswers } from '#features/portal/questions/given-answers.tsx';
import { fromProfile, toPatch } from '#features/portal/questions/values.ts';
import { openItems } from '#features/portal/request/items.tsx';
import { confirmationPage } from '#features/portal/status/confirmation.ts';
import { partAt, partHref } from '#features/portal/tasks/addresses.ts';
import { stepsOf, useTasks } from '#features/portal/tasks/tasks.ts';
import { format, InEnglish, locale, t } from '#lib/english.testing.tsx';

/**
 * A program with its own fields, page, messages and plan, and without documents. Nothing else in the repository knows
 * it.
 */
const club = defineProgram({
  type: 'BUSINESS',
  name: 'club',
  pages: { club: { title: 'Your club', hint: 'As it stands in its statutes.', ready: 'The statutes of your club' } },
  fields: {
    clubName: field(line(80), { label: 'Name of the club', page: 'club', required: true }),
    foundedOn: field(calendarDate, {
      label: 'Day of its founding',
      page: 'club',
      required: true,
      refuse: (day, today) => (day > today ? 'The club must have been founded.' : null),
    }),
    sport: field(choice({ ROWING: 'Rowing', CHESS: 'Chess' }), { label: 'Sport', page: 'club', required: false }),
  },
  documents: {},
  declaration: { versions: { 'club-1': 'We are a club.' }, current: 'club-1' },
  checks: { profile: 'ALWAYS', manual: 'ALWAYS' },
  durations: DURATIONS.BUSINESS,
  identifiedBy: [],
  displayName: ({ clubName = '' }) => clubName,
});

let world: World;
beforeAll(async () => {
  world = await createWorld({ programs: [...PROGRAMS, club] });
});
afterAll(() => world.close());

async function begin() {
  const { id: shown } = await world.engine.customers.create(world.app, { type: 'BUSINESS', program: 'club' });
  const id = idOf('customer', shown);
  const customer = portalOf(world.app, id);
  const session = () => world.engine.portal.session(customer);
  /** The input that the page's form sends for these values. */
  async function fill(values: Record<string, string>) {
    const { questions } = clubPage(await session());
    const profile = toPatch(questions, values) as KnownPatch;
    return world.engine.portal.continue(customer, { subject: 'club', profile });
  }
  return { id, customer, session, fill };
}

const clubPage = ({ program }: { program: typeof club.view }) => {
  const page = partAt(program, partHref('club').split('/').at(-1) ?? '');
  if (!page) throw new Error('The page is not found under its address.');
  return page;
};
const FILLED = { clubName: 'Rower’s Rest', 'foundedOn-day': '1', 'foundedOn-month': '2', 'foundedOn-year': '1903' };

test('a customer of another program goes from the portal’s pages to ACTIVE', async () => {
  const { id, customer, session, fill } = await begin();
  const fresh = await session();
  const Tasks = () => JSON.stringify(useTasks(fresh).map(({ title, state }) => [title, state]));
  expect(renderToStaticMarkup(createElement(InEnglish, null, createElement(Tasks))).replaceAll('&quot;', '"')).toBe(
    '[["Your club","notStarted"],["Check your answers and send","cannotStartYet"]]',
  );
  await fill(FILLED);
  const filled = await session();
  expect(filled.customer).toMatchObject({ displayName: 'Rower’s Rest', type: 'BUSINESS', program: 'club' });
  expect(stepsOf(filled).map(({ state }) => state)).toEqual(['completed', 'notStarted']);
  expect(
    renderToStaticMarkup(createElement(InEnglish, null, createElement(GivenAnswers, { session: filled }))),
  ).toMatch(/Name of the club.*Rower’s Rest.*Day of its founding.*1 February 1903.*Sport/s);
  expect(filled.program.declaration).toBe('We are a club.');
  expect(await world.engine.portal.submit(customer, {})).toMatchObject({ customerStatus: 'UNDER_REVIEW' });
  expect(await world.sql`select words from declaration where customer_id = ${id}`).toEqual([{ words: 'club-1' }]);
  await drain(world);

  const seen = await world.engine.desk.case(world.staff.reviewer, id);
  expect(seen.runs[0]?.checks.map(({ kind, status }) => [kind, status])).toEqual([
    ['profile', 'PASSED'],
    ['manual', 'PENDING'],
  ]);
  expect(seen.program).toEqual(club.view);
  const founded = questionFor(seen.program, 'foundedOn');
  expect(founded && fieldLines(founded, seen.customer.profile, '2026-11-21')).toEqual(['1 February 1903']);
  expect(seen.customer.summary).toContain('4 to 7 business days');

  await decide(id, { items: [{ code: 'CLARIFICATION', target: { field: 'sport' } }] });
  const asked = await session();
  const [item] = openItems(asked, t);
  if (item?.ask.by !== 'field') throw new Error('A field answers it.');
  expect(item.about).toBe('Sport');
  const profile = toPatch([item.ask.question], { sport: 'ROWING' }) as KnownPatch;
  await world.engine.portal.answer(customer, { documents: [], answers: [], profile });
  await drain(world);
  await decide(id, {});

  const verified = await session();
  expect(verified.customer).toMatchObject({ customerStatus: 'ACTIVE', profile: { sport: 'ROWING' } });
  expect(confirmationPage(verified, world.clock.now(), { t, format, locale })).toContain(
    'not compared with a document',
  );
});

test('an invalid value is refused beside its field', async () => {
  const { session, fill } = await begin();
  const { questions } = clubPage(await session());
  const values = { ...fromProfile(questions, {}), ...FILLED, 'foundedOn-year': '2903' };
  const refused = await refusalOf(fill(values));
  const { errors, others } = fieldErrors(questions, values, refused.data.issues ?? []);
  expect(errors.map(({ field: name, message }) => [name, message])).toEqual([
    ['foundedOn', 'The club must have been founded.'],
  ]);
  expect(others).toEqual([]);
});

test('a field of another program is refused', async () => {
  const { id, customer, fill } = await begin();
  const profile = { familyName: 'Specimen' };
  const refused = await refusalOf(world.engine.customers.update(world.app, { customerId: id, profile }));
  expect(refused).toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: 'profile' }] } });
  await fill(FILLED);
  await world.engine.portal.submit(customer, {});
  await drain(world);
  const items = [{ code: 'CLARIFICATION', target: { field: 'familyName' } }] as const;
  expect(await refusalOf(decide(id, { items }))).toMatchObject({
    data: { issues: [{ path: 'items.0.target', message: 'This customer has no such field.' }] },
  });
});

type Items = readonly { readonly code: 'CLARIFICATION'; readonly target: { readonly field: string } }[];
const decide = (customerId: string, { items }: { readonly items?: Items }) =>
  world.engine.desk.decide(world.staff.approver, {
    customerId,
    ...(items ? { event: 'requestInformation', items, note: 'n' } : { event: 'approve', note: 'n' }),
  });

const refusalOf = async (refused: Promise<unknown>) => {
  const error = await refused.catch((reason: unknown) => reason);
  if (!(error instanceof Refusal)) throw new Error('It was not refused.', { cause: error });
  return { code: error.code, ...sayRefusal(error, ENGLISH) };
};
