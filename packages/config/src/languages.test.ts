import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const WEB = join(import.meta.dirname, '../../../apps/web/src');
const files = globSync('**/*.{ts,tsx,css}', { cwd: WEB }).sort();

/** Every line of the web app that a pattern finds, as `file:line  found`. */
const found = (pattern: RegExp, except: readonly string[] = []): string[] =>
  files
    .filter((file) => !except.includes(file))
    .flatMap((file) =>
      readFileSync(join(WEB, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (line.match(pattern) ?? []).map((match) => `${file}:${index + 1}  ${match}`)),
    );

/** Utilities and properties that name a side of the screen. What follows the writing says start and end. */
const SIDES =
  /(?<![\w-])-?(scroll-)?[mp][lr]-[\w[(]\S*|(?<![\w-])-?(left|right)-(\d|\[|\(|auto|full|px)\S*|(?<![\w-])border-[lr](?=[-\s'"`])\S*|(?<![\w-])rounded-([lr]|[tb][lr])(?=[-\s'"`])\S*|(?<![\w-])(text|float|clear)-(left|right)\b|\b(margin|padding|border)-?(left|right|Left|Right)\b|^\s*(left|right):|[{,;]\s*(left|right):|(text-align|textAlign|float): '?(left|right)/g;

/** Coordinates on a picture, which no writing turns round. */
const ON_PICTURES = [
  'features/desk-decision/item-preview.tsx',
  'features/portal/request/earlier-answer.tsx',
  'ui/pinned-picture.tsx',
];

test('the patterns find what they are for', () => {
  for (const side of [
    '"ml-2"',
    '"lg:-mr-1"',
    '"left-[3px]"',
    '"border-l-4"',
    '"rounded-tr"',
    '"text-right"',
    '  padding-left: 1rem',
    '{ left: 1 }',
  ])
    expect(side.match(SIDES), side).not.toBeNull();
  for (const flow of ['"ms-2"', '"top-1/2"', '"border-line"', 'box.left', 'what is left', '"start-2"', '"text-start"'])
    expect(flow.match(SIDES), flow).toBeNull();
});

test('what lies at a side follows the writing', () => {
  expect(found(SIDES, ON_PICTURES)).toEqual([]);
});

test('what is allowed to name a side of a picture does so', () => {
  for (const file of ON_PICTURES) expect(readFileSync(join(WEB, file), 'utf8').match(SIDES), file).not.toBeNull();
});

test('no date, number or list is written in the language of the machine', () => {
  const unnamed = /\.toLocale\w+\(\)|\bIntl\.[A-Z]\w+\((?=\)|undefined|\[\])(?!\)\.resolvedOptions)/g;
  expect(found(unnamed)).toEqual([]);
});
