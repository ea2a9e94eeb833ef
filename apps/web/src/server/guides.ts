import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Marked, type Tokens } from 'marked';

export type Guide = { readonly name: string; readonly title: string; readonly about: string; readonly html: string };

/** The server runs in the repository's root, and a standalone build in the app's folder. */
const FOLDER = ['docs/guides', '../../docs/guides']
  .map((path) => join(/* turbopackIgnore: true */ process.cwd(), path))
  .find(existsSync);

/** Reads the guides from the repository's files. */
export async function readGuides(): Promise<Guide[]> {
  if (!FOLDER) return [];
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.md'));
  return Promise.all(
    files.map(async (file) =>
      read(file.slice(0, -'.md'.length), await readFile(join(/* turbopackIgnore: true */ FOLDER, file), 'utf8')),
    ),
  );
}

function read(name: string, text: string): Guide {
  const tokens = pages.lexer(text);
  pages.walkTokens(tokens, pages.defaults.walkTokens ?? (() => {}));
  const heading = tokens.find((token): token is Tokens.Heading => token.type === 'heading');
  const paragraph = tokens.find((token): token is Tokens.Paragraph => token.type === 'paragraph');
  const about = (paragraph?.text ?? '').replaceAll(/[`*]|\[([^\]]+)\]\([^)]*\)/g, '$1').split(/(?<=[.:])\s/)[0] ?? '';
  return {
    name,
    title: heading?.text ?? name,
    about: about.replace(/:$/, '.'),
    html: scrollable(pages.parser(tokens)),
  };
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

/** Converts a link between files into one of the app. */
function inApp(href: string): string {
  if (!href.endsWith('.md')) return href;
  return href.includes('lifecycle/') ? '/docs/reference' : `/docs/${href.replace(/^.*\//, '').slice(0, -'.md'.length)}`;
}

const pages = new Marked({
  gfm: true,
  walkTokens: (token) => {
    if (token.type === 'link') token.href = inApp(token.href);
  },
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${slug(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
  },
});

/**
 * Makes wide elements focusable, because they scroll by themselves and must be reachable by keyboard. Code is escaped,
 * so these are real elements.
 */
const scrollable = (html: string): string =>
  html
    .replaceAll('<table>', '<div tabindex="0" role="group" aria-label="Table"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">');
