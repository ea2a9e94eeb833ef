import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type DescribedLifecycle, lifecycleDocument } from './lifecycle-document.ts';
import { LIFECYCLES } from './lifecycles.ts';

const folder = fileURLToPath(new URL('../../../docs/lifecycle/', import.meta.url));
const writing = process.env.UPDATE_DOCS === '1';

const lifecycles = Object.values(LIFECYCLES) as unknown as DescribedLifecycle<string, string>[];
const fileOf = (name: string) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.md`;

describe.each(lifecycles.map((lifecycle) => ({ file: fileOf(lifecycle.name), lifecycle })))('$file', (page) => {
  test('matches the declaration', () => {
    const derived = lifecycleDocument(page.lifecycle);
    if (writing) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(folder + page.file, derived);
    }
    const written = existsSync(folder + page.file) ? readFileSync(folder + page.file, 'utf8') : '';
    expect(written, 'Run the tests with UPDATE_DOCS=1 to write it again.').toBe(derived);
  });
});

test('every lifecycle has a page, and every page a lifecycle', () => {
  expect(lifecycles.map((lifecycle) => lifecycle.name)).toContain('customer');
  const pages = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
  expect(pages.sort()).toEqual(lifecycles.map((lifecycle) => fileOf(lifecycle.name)).sort());
});
