import { expect, test } from 'vitest';
import { z } from 'zod';
import { CASES } from './procedure-cases.testing.ts';
import { PROCEDURES } from './procedures.ts';

test.each(PROCEDURES)('$path declares its purpose, its answer, and its callers', (procedure) => {
  const { path, summary, output, callers } = procedure;
  expect(output).not.toBeNull();
  expect(summary).toMatch(/^[A-Z].{5,79}[^.]$/);
  expect(callers).toBe(CASES[path]?.callers);
});

const IN_REST = PROCEDURES.flatMap((procedure) => (procedure.rest ? [{ ...procedure, rest: procedure.rest }] : []));

test('no two procedures share a method and path', () => {
  const places = IN_REST.map(({ rest }) => rest.replaceAll(/\{\w+\}/g, '{}'));
  expect(new Set(places).size).toBe(places.length);
});

test.each(IN_REST)('$rest names fields of the input of $path, and its method fits', ({ rest, input, type }) => {
  const [method = '', address = ''] = rest.split(' ');
  expect(method === 'GET').toBe(type === 'query');
  const schema = input instanceof z.ZodDefault ? input.unwrap() : input;
  const fields = Object.keys(schema instanceof z.ZodObject ? schema.shape : {});
  expect(address).toMatch(/^(\/[a-z-]+|\/\{\w+\})+$/);
  for (const [, field] of address.matchAll(/\{(\w+)\}/g)) expect(fields).toContain(field);
});

test('only procedures for other apps have a REST route', () => {
  const forApps = PROCEDURES.filter(({ callers }) => callers === 'app' || callers === 'appOrStaff');
  for (const { path, rest, scope } of forApps)
    expect({ path, rest, scope }).not.toMatchObject({ rest: null, scope: null });
  for (const { path, callers, rest, idempotent } of PROCEDURES) {
    if (path.startsWith('desk.') || path.startsWith('portal.')) expect({ path, rest }).toEqual({ path, rest: null });
    if (idempotent) expect({ path, callers }).toEqual({ path, callers: 'app' });
  }
});

test('every mutation by an app is idempotent', () => {
  const unsafe = PROCEDURES.filter(
    ({ callers, type, idempotent }) => callers === 'app' && (type === 'mutation') !== idempotent,
  );
  expect(unsafe).toEqual([]);
});

/** Every object within an answer, except stored ones. */
function looseIn(schema: z.core.$ZodType, path: string, seen = new Set<z.core.$ZodType>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { def } = schema._zod as unknown as { def: Record<string, unknown> };
  const inner = [def.element, def.innerType, def.valueType, ...((def.options as unknown[]) ?? [])] as z.core.$ZodType[];
  const found = inner.flatMap((each) => (each ? looseIn(each, path, seen) : []));
  if (!(schema instanceof z.ZodObject)) return found;
  const own = schema.def.catchall instanceof z.ZodNever ? [] : [path];
  return [
    ...own,
    ...Object.entries(schema.shape).flatMap(([key, value]) => looseIn(value, `${path}.${key}`, seen)),
    ...found,
  ];
}

test.each(PROCEDURES)('$path has a strict answer schema', ({ path, output }) => {
  const loose = output ? looseIn(output, path) : [];
  // A stored event is answered unchanged, even from an earlier version.
  expect(loose.filter((at) => !/^events\.(list\.items|get)/.test(at))).toEqual([]);
});
