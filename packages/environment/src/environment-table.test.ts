import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { environmentTable } from './environment-table.ts';
import { READERS, type Reader } from './variables.ts';

const PAGES = {
  'docs/guides/operating.md': READERS,
  'apps/web/README.md': ['web'],
  'apps/worker/README.md': ['worker'],
  'apps/cli/README.md': ['cli'],
} as const satisfies Record<string, readonly Reader[]>;

/** Matches the table from its head to its last row. */
const TABLE = /^\| variable \| what it is \|.*\n(?:\|.*\n)+/m;

test.each(Object.entries(PAGES))('%s contains the current table of variables', (page, readers) => {
  const file = fileURLToPath(new URL(`../../../${page}`, import.meta.url));
  const table = `${environmentTable(readers)}\n`;
  if (process.env.UPDATE_DOCS === '1')
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(TABLE, () => table),
    );
  const written = TABLE.exec(readFileSync(file, 'utf8'))?.[0];
  expect(written, 'Run the tests with UPDATE_DOCS=1 to write it again.').toBe(table);
});
