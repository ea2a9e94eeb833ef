import { expect, test } from 'vitest';
import { checkLifecycle } from './check/lifecycle.ts';
import { customerLifecycle } from './customer/lifecycle.ts';
import { enablementLifecycle } from './enablement/lifecycle.ts';
import { defineLifecycle } from './lifecycle.ts';
import { lifecycleDocument } from './lifecycle-document.ts';

const page = lifecycleDocument(customerLifecycle);

test('a page holds the diagram, every status, every row and the access table', () => {
  expect(page).toContain(`\`\`\`mermaid\n${customerLifecycle.mermaid()}\n\`\`\``);
  for (const status of customerLifecycle.statuses)
    expect(page).toContain(`| \`${status}\` | ${customerLifecycle.label(status)} |`);
  expect(page).toContain(
    '| `submit` | `CREATED` | `UNDER_REVIEW` | Verification submission | automatic | the engine | seed |',
  );
  expect(page).toContain('| manual | an admin, two people | derived |');
  expect(page).toContain('| `viewProfile` | yes | yes | yes | yes | no | yes |');
});

test('a lifecycle without capabilities has no access table, and one without published rows says so', () => {
  const other = lifecycleDocument(checkLifecycle);
  expect(other).not.toContain('## Access');
  expect(other).toContain('all of them are derived');
});

test('only a planned lifecycle is marked as unused', () => {
  expect(lifecycleDocument(enablementLifecycle)).toContain('**Planned.**');
  expect(page).not.toContain('Planned');
});

test('a bar in a text does not end its cell', () => {
  const odd = defineLifecycle({
    name: 'odd',
    initial: 'ON',
    statuses: { ON: { label: 'On | off', meaning: 'Either.' } },
    transitions: [{ event: 'flip', from: 'ON', to: 'ON', trigger: 'a|b', by: 'engine', people: 1, source: 'derived' }],
  });
  expect(lifecycleDocument(odd)).toContain('| `ON` | On \\| off | Either. |');
});
