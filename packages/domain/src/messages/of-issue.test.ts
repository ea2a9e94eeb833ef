import { expect, test } from 'vitest';
import { z } from 'zod';
import { problemsIn } from './english.testing.ts';
import { problem } from './of-issue.ts';

const input = z.strictObject({
  limit: z.int().min(1).max(100).default(25),
  name: z.string().min(1).max(3),
  tags: z.array(z.string()).min(1).optional(),
  mode: z.enum(['TEST', 'LIVE']).optional(),
  page: z.strictObject({ size: z.number() }).optional(),
  email: z.email(problem('input.email')).optional(),
  since: z.iso.datetime().optional(),
  notes: z.record(z.string().max(2), z.union([z.string(), z.boolean()])).optional(),
});

test.each([
  [{}, 'name is required.'],
  [{ name: 7 }, 'name must be a text.'],
  [{ name: '' }, 'name is empty.'],
  [{ name: 'long' }, 'name must be at most 3 characters.'],
  [{ name: 'a', limit: 0 }, 'limit must be at least 1.'],
  [{ name: 'a', limit: 1e9 }, 'limit must be at most 100.'],
  [{ name: 'a', limit: 1.5 }, 'limit must be a whole number.'],
  [{ name: 'a', tags: [] }, 'tags must be at least 1 entry.'],
  [{ name: 'a', mode: 'DRY' }, 'mode must be TEST or LIVE.'],
  [{ name: 'a', shoe: 1 }, 'There is no such field: shoe.'],
  [{ name: 'a', page: { size: 'big' } }, 'page.size must be a number.'],
  [{ name: 'a', page: { size: 1, x: 1 } }, 'There is no such field: page.x.'],
  [{ name: 'a', email: 'x' }, 'Enter an email address, like name@example.com.'],
  [{ name: 'a', since: 'today' }, 'since must be a time, like 2026-01-31T09:00:00Z.'],
  [{ name: 'a', notes: { long: 'x' } }, 'A key of notes must be at most 2 characters.'],
  [{ name: 'a', notes: { a: 7 } }, 'notes.a is of a kind that is not accepted.'],
])('%j is refused in a sentence', (value, sentence) => expect(problemsIn(input, value)).toEqual([sentence]));
