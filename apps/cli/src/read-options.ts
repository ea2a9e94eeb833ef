import type { z } from 'zod';
import { Stop } from './stop.ts';

/** Validates the options of a command. @throws Stop with a sentence for each missing or invalid option. */
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
