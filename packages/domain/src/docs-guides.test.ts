import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { customerLifecycle } from './customer/lifecycle.ts';
import { DECISION_EVENTS } from './decision/decisions.ts';
import { DocumentKind } from './document/kinds.ts';
import { actions } from './messages/en/actions.ts';
import { individual } from './program/individual.ts';
import { EventType } from './webhook/events.ts';

// The guides are written by hand. These tests find what is declared and not mentioned there.
test.each([
  { guide: 'customer-api', of: 'kind of document', names: DocumentKind.options },
  { guide: 'verification-workflow', of: 'field', names: individual.names },
  { guide: 'verification-workflow', of: 'status', names: customerLifecycle.statuses },
  { guide: 'webhooks', of: 'type of event', names: EventType.options },
])('the guide $guide names every $of', ({ guide, names }) => {
  const text = read(`docs/guides/${guide}.md`);
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test('the guide verification-workflow names every decision', () => {
  const text = read('docs/guides/verification-workflow.md');
  expect(DECISION_EVENTS.filter((event) => !text.includes(`\n| ${actions[event].toLowerCase()}`))).toEqual([]);
});

test('the README draws the customer’s lifecycle as it is declared', () => {
  expect(read('README.md')).toContain(customerLifecycle.mermaid());
});

function read(file: string): string {
  return readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
}
