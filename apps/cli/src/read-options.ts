import type { z } from 'zod';
import { Stop } from './stop.ts';

/** Checks what was given on the command line. @throws Stop with a sentence for each option that is missing or wrong. */
export function readOptions<T extends z.ZodType>(schema: T, values: unknown): z.infer<T> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const given = values as Record<string, unknown>;
  throw new Stop(
    parsed.error.issues
      .map(({ path, message }) => {
        const option = path.join('.');
        return given[option] === undefined ? `--${option} is needed.` : `--${option}: ${message}`;
      })
      .join('\n'),
  );
}
