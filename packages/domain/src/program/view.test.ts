import { expect, test } from 'vitest';
import { ENGLISH, type Language, languageOf, PSEUDO_TAG } from '../messages/language.ts';
import { individual } from './individual.ts';
import { viewIn } from './program.ts';
import { labelOf, questionFor, questionsOf } from './view.ts';

const other: Language = {
  ...ENGLISH,
  tag: 'xx',
  programs: {
    'INDIVIDUAL.standard.pages.name.title': 'Nomo',
    'INDIVIDUAL.standard.fields.givenNames.label': 'Antaŭnomoj',
    'INDIVIDUAL.standard.fields.address.parts.city.label': 'Urbo',
    'INDIVIDUAL.standard.fields.employment.options.RETIRED': 'Pensiulo',
    'INDIVIDUAL.standard.declaration.2026-11': 'Mi konfirmas.',
  },
};

test('a program is declared in English', () => {
  expect(viewIn(individual, ENGLISH)).toBe(individual.view);
});

test('a language translates a program by key, and falls back to the declaration', () => {
  const view = viewIn(individual, other);
  expect(view.pages[0]?.title).toBe('Nomo');
  expect([labelOf(view, 'givenNames'), labelOf(view, 'familyName')]).toEqual(['Antaŭnomoj', 'Family name']);
  expect(questionFor(view, 'givenNames')?.inputs[0]?.missing).toBe('Enter your antaŭnomoj.');
  expect(questionFor(view, 'address')?.inputs.find(({ name }) => name === 'address.city')?.label).toBe('Urbo');
  expect(questionFor(view, 'employment')?.inputs[0]?.options?.map(({ label }) => label)).toContain('Pensiulo');
  expect(view.declaration).toBe('Mi konfirmas.');
});

test('every text of a program is translated', () => {
  const { pages, declaration } = viewIn(individual, languageOf(PSEUDO_TAG));
  const words = questionsOf({ pages }).flatMap(({ label, lines = [], inputs }) => [
    label,
    ...lines.map((line) => line.replaceAll(/\{\w+\}/g, '')),
    ...inputs.flatMap((input) => [
      input.label,
      input.hint,
      input.missing,
      ...(input.options ?? []).map((each) => each.label),
    ]),
    ...inputs.flatMap(({ saidHere = {} }) => Object.values(saidHere)),
  ]);
  for (const said of [...words, declaration, ...pages.flatMap(({ title, hint, ready }) => [title, hint, ready])])
    expect(said ?? '').not.toMatch(/[a-z]/i);
});
