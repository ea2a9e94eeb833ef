import { PROGRAMS, profileChange, profileData } from '@gatehouse/domain';
import { z } from 'zod';
import { appRouter } from './root.ts';

/** A schema within an input for values of one kind, and its path. */
export type Place = { readonly path: string; readonly schema: z.ZodType };
type Takes = (schema: z.core.$ZodType) => boolean;

type ReadsProfile = z.ZodObject<{ profile: z.ZodType }>;

const LEAVES = ['string', 'number', 'int', 'boolean', 'null', 'enum', 'literal'];

/**
 * Every place of an input for values of one kind, including keys of records. An unknown kind of schema fails, so that
 * nothing is missed. A pipe counts as one schema, because its later steps belong to it.
 */
function placesOf(schema: z.core.$ZodType, path: string, takes: Takes): Place[] {
  // The engine parses a customer's data with the schema of its program.
  if (schema === profileData || schema === profileChange)
    return PROGRAMS.flatMap(({ change }) => placesOf((change as unknown as ReadsProfile).shape.profile, path, takes));
  if (takes(schema)) return [{ path, schema: schema as z.ZodType }];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, value]) => placesOf(value, `${path}.${key}`, takes));
  if (schema instanceof z.ZodArray) return placesOf(schema.element, `${path}[]`, takes);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => placesOf(option, path, takes));
  if (schema instanceof z.ZodRecord)
    return [...placesOf(schema.keyType, `${path}{key}`, takes), ...placesOf(schema.valueType, `${path}{}`, takes)];
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  )
    return placesOf(schema.unwrap(), path, takes);
  if (schema instanceof z.ZodPipe) return placesOf(schema.in, path, takes);
  if (LEAVES.includes(schema._zod.def.type)) return [];
  throw new Error(`${path} is a ${schema._zod.def.type}, which this walk does not know.`);
}

const takes =
  (...types: string[]): Takes =>
  (schema) =>
    schema instanceof z.ZodPipe ? takes(...types)(schema.in) : types.includes(schema._zod.def.type);

export const textsOf = (schema: z.core.$ZodType, path: string): Place[] => placesOf(schema, path, takes('string'));
export const numbersOf = (schema: z.core.$ZodType, path: string): Place[] =>
  placesOf(schema, path, takes('number', 'int'));

/** tRPC stores the procedures flat, by their full path, and types them as nested. */
const PROCEDURES = appRouter._def.procedures as unknown as Record<string, { _def: { inputs: z.ZodType[] } }>;

/** All such places in the inputs of every procedure. */
export const everyPlace = (find: typeof textsOf): Place[] =>
  Object.entries(PROCEDURES).flatMap(([path, { _def }]) => _def.inputs.flatMap((input) => find(input, path)));
