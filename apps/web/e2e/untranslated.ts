import type { Page } from '@playwright/test';

/** Where data stands: times, ids, and what people typed themselves. */
const DATA = 'time, code, blockquote, .whitespace-pre-line, header p, script, style';
/** What assistive technology and the pointer are told beside the text. */
const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'alt'];

const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-XA', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month)),
);
const regions = new Intl.DisplayNames('en-XA', { type: 'region', fallback: 'none' });
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countries = LETTERS.flatMap((one) => LETTERS.map((other) => regions.of(one + other) ?? ''));
/** What the browser's own tables say in a language that they do not know. */
const WRITTEN_BY_INTL = [...months, ...countries, ' and ', ' or '];

/**
 * What stands on a page and was not taken from the catalogue: in the pseudo-language every letter of a sentence is
 * accented, so that two plain ones beside each other were written somewhere else.
 * @param data what somebody entered, which is shown as it is.
 */
export async function unsaidOn(page: Page, data: readonly string[]): Promise<string[]> {
  const said = await page.evaluate(
    ({ DATA, ATTRIBUTES }) => {
      const texts = [document.title];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        if (!walker.currentNode.parentElement?.closest(DATA)) texts.push(walker.currentNode.textContent ?? '');
      }
      for (const name of ATTRIBUTES)
        for (const element of document.body.querySelectorAll(`[${name}]`))
          if (!element.closest(DATA)) texts.push(element.getAttribute(name) ?? '');
      return texts;
    },
    { DATA, ATTRIBUTES },
  );
  // The longest first, so that none is left over of one that holds another.
  const shown = [...WRITTEN_BY_INTL, ...data].filter(Boolean).sort((one, other) => other.length - one.length);
  const left = said.map((text) =>
    shown.reduce((rest, each) => rest.replaceAll(each, ''), text).replace(/\S+@\S+/g, ''),
  );
  return [...new Set(said.filter((_, index) => /[a-z]{2,}/i.test(left[index] ?? '')).map((text) => text.trim()))];
}
