import { z } from 'zod';

/** A schema within an input that takes a text, and where it stands. */
export type TextPlace = { readonly path: string; readonly schema: z.ZodType };

const NO_TEXT = ['number', 'int', 'boolean', 'null', 'enum', 'literal'];

/**
 * Every place of an input at which a text may stand, keys of records included. A kind of schema that is not known here
 * fails, so that no text hides in it.
 */
export function textsOf(schema: z.core.$ZodType, path: string): TextPlace[] {
  if (takesText(schema)) return [{ path, schema: schema as z.ZodType }];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
  if (schema instanceof z.ZodArray) return textsOf(schema.element, `${path}[]`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => textsOf(option, path));
  if (schema instanceof z.ZodRecord)
    return [...textsOf(schema.keyType, `${path}{key}`), ...textsOf(schema.valueType, `${path}{}`)];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return textsOf(schema.unwrap(), path);
  if (NO_TEXT.includes(schema._zod.def.type)) return [];
  throw new Error(`${path} is a ${schema._zod.def.type}, which this walk does not know.`);
}

/** What a text goes through after it was read belongs to its schema, so a pipe is judged whole. */
function takesText(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodPipe) return takesText(schema.in);
  return schema._zod.def.type === 'string';
}
