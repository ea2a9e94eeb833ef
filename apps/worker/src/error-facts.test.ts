import { expect, test } from 'vitest';
import { errorFacts } from './error-facts.ts';

test('what a database or a parser quotes stays out', () => {
  const database = Object.assign(new Error('duplicate key value, Canary'), {
    code: '23505',
    constraint_name: 'customer_email',
    detail: 'Key (email)=(canary@example.com) already exists.',
  });
  const parser = (() => {
    try {
      return JSON.parse('Canary');
    } catch (error) {
      return error;
    }
  })();
  const facts = [errorFacts(database), errorFacts(parser), errorFacts('Canary')];
  expect(JSON.stringify(facts)).not.toMatch(/canary/i);
  expect(facts[0]).toMatchObject({ code: '23505', constraint: 'customer_email' });
});

test('what the network says is kept', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  expect(errorFacts(refused).message).toBe('connect ECONNREFUSED 127.0.0.1:5432');
  expect(errorFacts(refused).at.length).toBeGreaterThan(0);
});
