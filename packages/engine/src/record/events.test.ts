import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventType } from '@gatehouse/domain';
import { expect, test } from 'vitest';

const engine = join(import.meta.dirname, '..');
const product = readdirSync(engine, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(^|\/)testing\//.test(file))
  .map((file) => readFileSync(join(engine, file), 'utf8'))
  .join('\n');

test.each(EventType.options)('%s is raised by the engine, or marked as planned', (type) => {
  expect(product).toContain(`type: '${type}'`);
});
