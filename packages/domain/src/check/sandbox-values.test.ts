import { expect, test } from 'vitest';
import { SANDBOX_VALUES, type SandboxBehaviour, sandboxBehaviour } from './sandbox-values.ts';

const behaviours = Object.keys(SANDBOX_VALUES) as SandboxBehaviour[];

test.each(behaviours)('%s is found by its family name, regardless of case and spaces', (behaviour) => {
  const { familyName } = SANDBOX_VALUES[behaviour];
  for (const typed of [familyName, familyName.toUpperCase(), familyName.toLowerCase(), ` ${familyName} `])
    expect(sandboxBehaviour(typed)).toBe(behaviour);
});

test.each([undefined, '', 'Example', 'Flagged-Example', 'constructor'])('%j is no magic value', (familyName) => {
  expect(sandboxBehaviour(familyName)).toBeNull();
});

test('no two values share a family name', () => {
  const names = behaviours.map((behaviour) => SANDBOX_VALUES[behaviour].familyName.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});
