import { Refusal } from '@gatehouse/domain';
import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { errorFacts } from './error-facts.ts';

/** Returns a parser's error, which quotes its input. */
function parserError(): unknown {
  try {
    return JSON.parse('Canary');
  } catch (error) {
    return error;
  }
}

test('drops everything that a database, a parser, a library or a message quotes', () => {
  const database = Object.assign(new Error('duplicate key value, Canary'), {
    name: 'PostgresError',
    code: '23505',
    constraint_name: 'customer_email',
    detail: 'Key (email)=(canary@example.com) already exists.',
    parameters: ['canary@example.com'],
  });
  const wrapped = new DrizzleQueryError('select 1 from x where hash = $1', ['canary-token'], database);
  const facts = [
    ...[errorFacts(wrapped), errorFacts(parserError()), errorFacts('Canary'), errorFacts({ canary: 1 })],
    errorFacts(new Error('a\n    at canary (/canary/file.ts:1:1)\n    at /canary.ts:1:1')),
    errorFacts(Object.assign(new Error('x'), { name: 'canary@example.com', code: 'a canary' })),
    errorFacts(new Error('', { cause: new Error('canary') })),
  ];
  expect(JSON.stringify(facts)).not.toMatch(/canary/i);
  expect(facts[0]).toMatchObject({ cause: { type: 'PostgresError', code: '23505', constraint: 'customer_email' } });
});

test('keeps the code, the stack locations and the cause', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  const facts = errorFacts(new Error('outer', { cause: refused }));
  expect(facts.at[0]).toContain('error-facts.test.ts');
  expect(facts.cause).toMatchObject({ type: 'Error', code: 'ECONNREFUSED' });
  expect(errorFacts(new Refusal('VERSION_CONFLICT'))).toMatchObject({ type: 'Refusal', code: 'VERSION_CONFLICT' });
});

test('handles an error that is its own cause', () => {
  const error = new Error('x');
  error.cause = error;
  expect(JSON.stringify(errorFacts(error)).length).toBeLessThan(10_000);
});
