import { type Name, namesOf, needOf, type Reader, VARIABLES, variableOf } from './variables.ts';

const COLUMNS = { web: 'web', worker: 'worker', cli: 'command line' } as const satisfies Record<Reader, string>;

/** Renders the variables of some readers as a Markdown table. A test compares the docs with it. */
export function environmentTable(readers: readonly Reader[]): string {
  const read = new Set<Name>(readers.flatMap((reader) => namesOf(reader)));
  const rows = (Object.keys(VARIABLES) as Name[])
    .filter((name) => read.has(name))
    .map((name) => [`\`${name}\``, variableOf(name).what, ...readers.map((reader) => cell(name, reader))]);
  const head = ['variable', 'what it is', ...readers.map((reader) => COLUMNS[reader])];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cell(name: Name, reader: Reader): string {
  const need = needOf(name, reader);
  if (!need) return '';
  const otherwise = need.otherwise ? `\`${need.otherwise}\`` : '';
  if (need.needed === 'always') return 'needed';
  if (need.needed === 'inProduction')
    return otherwise ? `needed in production, else ${otherwise}` : 'needed in production';
  return otherwise || 'optional';
}
