import { expect, test } from 'vitest';
import {
  datesOfNoClock,
  deepImports,
  foreignImports,
  importCircles,
  impurities,
  longFiles,
  packageCircles,
  testingInProduct,
  vagueFolders,
} from './architecture.ts';
import { mapFolders } from './folders.ts';
import { allImports, type Import, type SourceFiles } from './imports.ts';
import { featureBreaches, layerBreaches, serverInBrowser } from './web-architecture.ts';

// Each rule is tested with a small repository that violates it and one that does not.

const MANIFESTS = Object.fromEntries(
  ['domain', 'db', 'api', 'engine'].map((name) => [
    `packages/${name}/package.json`,
    JSON.stringify({ exports: { '.': './src/index.ts', './testing': './src/testing/index.ts' } }),
  ]),
);
const INDEXES = Object.fromEntries(
  ['domain', 'db', 'api', 'engine'].map((name) => [`packages/${name}/src/index.ts`, '']),
);

function repository(files: Record<string, string>): { files: SourceFiles; imports: Import[] } {
  const all = new Map(Object.entries({ ...MANIFESTS, ...INDEXES, ...files }));
  return { files: all, imports: allImports(all) };
}

test('finds every form of import', () => {
  const { imports } = repository({
    'packages/db/src/a.ts': [
      "import { x } from './one.ts';",
      "import type { X } from './two.ts';",
      "import { type X, type Y } from './three.ts';",
      "import { type X, y } from './four.ts';",
      "import './five.ts';",
      "export * from './six.ts';",
      "export type { X } from './seven.ts';",
      "const late = await import('./eight.ts');",
      "import {\n  x,\n  y,\n} from './nine.ts';",
      "// import { x } from './ten.ts';",
      " * like import('./eleven.ts')",
      "export const text = 'import { x } from twelve';",
      "import x, { type Y } from './thirteen.ts';",
      "export const answer = 1;\nexport function from() {\n  return 'fourteen';\n}",
    ].join('\n'),
  });
  const seen = imports.map(({ specifier, typeOnly }) => `${specifier.slice(2, -3)}${typeOnly ? ' type' : ''}`);
  expect(seen.sort()).toEqual(
    ['one', 'two type', 'three type', 'four', 'five', 'six', 'seven type', 'eight', 'nine', 'thirteen'].sort(),
  );
});

test('finds an import that the table does not allow', () => {
  const rules = {
    'packages/domain': { ours: [], others: ['zod'] },
    'packages/client': { ours: ['domain'], typesOf: ['api'] },
    'apps/web': { ours: ['api'] },
    'apps/web/src/server': { ours: ['api', 'db'] },
    'apps/cli': { ours: 'anything' as const },
  };
  const { imports } = repository({
    'packages/domain/src/good.ts': "import { z } from 'zod/v4';",
    'packages/domain/src/ours.ts': "import { db } from '@gatehouse/db';",
    'packages/domain/src/node.ts': "import { readFile } from 'node:fs';",
    'packages/domain/src/rules.test.ts': "import { readFile } from 'node:fs';",
    'packages/client/src/good.ts': "import type { Router } from '@gatehouse/api';",
    'packages/client/src/value.ts': "import { router } from '@gatehouse/api';",
    'apps/web/src/server/good.ts': "import { db } from '@gatehouse/db';",
    'apps/web/src/app/page.tsx': "import { db } from '@gatehouse/db';",
    'apps/cli/src/main.ts': "import { db } from '@gatehouse/db';",
    'apps/new/src/main.ts': "import { db } from '@gatehouse/db';",
  });
  expect(foreignImports(imports, rules)).toEqual([
    'packages/domain/src/ours.ts may not import @gatehouse/db',
    'packages/domain/src/node.ts may not import node:fs',
    'packages/client/src/value.ts may not import @gatehouse/api',
    'apps/web/src/app/page.tsx may not import @gatehouse/db',
    'apps/new/src/main.ts lies in a place that the table does not know',
  ]);
});

test('finds a clock or the environment in a pure package', () => {
  const { files } = repository({
    'packages/domain/src/age.ts': 'export const now = () => Date.now();',
    'packages/domain/src/mode.ts': 'export const mode = process.env.MODE;',
    'packages/domain/src/pure.ts': 'export const day = (at: string) => new Date(at);',
    'packages/db/src/now.ts': 'export const now = () => Date.now();',
  });
  expect(impurities(files, 'packages/domain')).toEqual([
    'packages/domain/src/age.ts uses Date.now(',
    'packages/domain/src/mode.ts uses process.',
  ]);
});

test('finds a date without the type of its clock', () => {
  const { files } = repository({
    'packages/engine/src/clock.ts': 'export const now = () => realTime(new Date());',
    'packages/engine/src/told.ts': 'const at: TenantTime = later(record.now, 5);',
    'packages/engine/src/made.ts': 'const at = new Date(0);',
    'packages/engine/src/cast.ts': 'const at = row.at as TenantTime;',
    'packages/engine/src/row.ts': 'type Row = { due_at: Date | null };',
  });
  expect(datesOfNoClock(files, 'packages/engine', 'packages/engine/src/clock.ts')).toEqual([
    'packages/engine/src/made.ts has new Date(',
    'packages/engine/src/cast.ts has as TenantTime',
    'packages/engine/src/row.ts has : Date',
  ]);
});

test('finds an import that bypasses the exports of a package', () => {
  const { files, imports } = repository({
    'packages/db/src/client.ts': '',
    'packages/engine/src/good.ts': "import { db } from '@gatehouse/db';",
    'packages/engine/src/deep.ts': "import { client } from '@gatehouse/db/src/client.ts';",
    'packages/engine/src/out.ts': "import { client } from '../../db/src/client.ts';",
  });
  expect(deepImports(files, imports)).toHaveLength(2);
});

test('finds test code that the product uses', () => {
  const { imports } = repository({
    'packages/db/src/testing/index.ts': '',
    'packages/engine/src/work.ts': "import { createTestDatabase } from '@gatehouse/db/testing';",
    'packages/engine/src/work.db.test.ts': "import { createTestDatabase } from '@gatehouse/db/testing';",
  });
  expect(testingInProduct(imports)).toEqual([
    'packages/engine/src/work.ts imports @gatehouse/db/testing, which is for tests',
  ]);
});

test('finds a circle of files, also one of types', () => {
  const { imports } = repository({
    'packages/db/src/a.ts': "import { b } from './b.ts';",
    'packages/db/src/b.ts': "import type { C } from './c.ts';",
    'packages/db/src/c.ts': "import { a } from './a.ts';\nimport { d } from './d.ts';",
    'packages/db/src/d.ts': '',
  });
  const [a, b, c] = ['a', 'b', 'c'].map((name) => `packages/db/src/${name}.ts`);
  expect(importCircles(imports)).toEqual([`import circle: ${[a, b, c, a].join(' -> ')}`]);
});

test('puts folders above those that they import, and reports an edge that closes a circle as upward', () => {
  const files = {
    'packages/engine/src/deps.ts': '',
    'packages/engine/src/record/load.ts': "import { deps } from '../deps.ts';",
    'packages/engine/src/record/write.ts': "import { load } from './load.ts';",
    'packages/engine/src/desk/case.ts':
      "import { load } from '../record/load.ts';\nimport { write } from '../record/write.ts';",
  };
  const sound = mapFolders(repository(files).imports, 'packages/engine/src');
  expect(sound.levels).toEqual([['deps.ts'], ['record'], ['desk']]);
  expect([...sound.edges]).toEqual([
    ['record -> deps.ts', 1],
    ['desk -> record', 2],
  ]);
  expect(sound.upward).toEqual([]);
  const back = { ...files, 'packages/engine/src/record/names.ts': "import { view } from '../desk/case.ts';" };
  expect(mapFolders(repository(back).imports, 'packages/engine/src').upward).toEqual(['record -> desk']);
});

test('finds a circle of packages, except one that only a test closes', () => {
  const there = { 'packages/engine/src/a.ts': "import { db } from '@gatehouse/db';" };
  const back = "import { engine } from '@gatehouse/engine';";
  expect(packageCircles(repository({ ...there, 'packages/db/src/b.test.ts': back }).imports)).toEqual([]);
  expect(packageCircles(repository({ ...there, 'packages/db/src/b.ts': back }).imports)).toEqual([
    'package circle: packages/engine -> packages/db -> packages/engine',
  ]);
});

test('finds a layer that imports upwards, and an unknown layer', () => {
  const { imports } = repository({
    'apps/web/src/ui/button.tsx': "import { queue } from '../features/desk/queue.ts';",
    'apps/web/src/features/desk/queue.ts': '',
    'apps/web/src/app/page.tsx': "import { queue } from '../features/desk/queue.ts';",
    'apps/web/src/proxy.ts': "import { queue } from './features/desk/queue.ts';",
    'apps/web/src/misc/x.ts': "import { queue } from '../features/desk/queue.ts';",
  });
  expect(layerBreaches(imports, { app: ['features'], features: ['ui'], ui: [] })).toEqual([
    'apps/web/src/ui/button.tsx may not import ../features/desk/queue.ts',
    'apps/web/src/misc/x.ts lies in a layer that the table does not know',
  ]);
});

test('finds a feature that imports another', () => {
  const { imports } = repository({
    'apps/web/src/features/desk/queue.ts': "import { row } from './row.ts';",
    'apps/web/src/features/desk/row.ts': '',
    'apps/web/src/features/portal/task.ts': "import { row } from '../desk/row.ts';",
  });
  expect(featureBreaches(imports)).toEqual([
    'apps/web/src/features/portal/task.ts imports another feature with ../desk/row.ts',
  ]);
});

test('finds a chain of imports from the browser to the server, unless it imports only types', () => {
  const { files, imports } = repository({
    'apps/web/src/server/secret.ts': '',
    'apps/web/src/lib/far.ts': "import { secret } from '../server/secret.ts';",
    'apps/web/src/ui/near.tsx': "import { far } from '../lib/far.ts';",
    'apps/web/src/ui/bad.tsx': "// Why.\n'use client';\nimport { near } from './near.tsx';",
    'apps/web/src/ui/typed.tsx': "'use client';\nimport type { Secret } from '../server/secret.ts';",
    'apps/web/src/app/page.tsx': "import { secret } from '../server/secret.ts';",
  });
  expect(serverInBrowser(files, imports, ['apps/web/src/server'])).toEqual([
    'a browser would download apps/web/src/ui/bad.tsx -> apps/web/src/ui/near.tsx -> apps/web/src/lib/far.ts -> apps/web/src/server/secret.ts',
  ]);
});

test('finds a long file and a folder with a vague name', () => {
  const { files } = repository({
    'bench/long.ts': 'x\n'.repeat(301),
    'bench/most.ts': 'x\n'.repeat(300),
    'bench/utils/x.ts': '',
  });
  expect(longFiles(files, 300)).toEqual(['bench/long.ts has 301 lines, and 300 is the most']);
  expect(vagueFolders(files, ['utils'])).toEqual([
    'bench/utils/x.ts lies in a folder whose name says nothing about what is in it',
  ]);
});
