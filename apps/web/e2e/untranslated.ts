import type { Page } from '@playwright/test';

/** The elements that hold data: times, ids, and text that people typed. */
const DATA = 'time, code, blockquote, .whitespace-pre-line, header p, script, style';
/** The attributes that assistive technology reads or tooltips show. */
const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'alt'];

const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-XA', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month)),
);
const regions = new Intl.DisplayNames('en-XA', { type: 'region', fallback: 'none' });
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countries = LETTERS.flatMap((one) => LETTERS.map((other) => regions.of(one + other) ?? ''));
/** The texts that the browser's Intl writes for an unknown language. */
const WRITTEN_BY_INTL = [...months, ...countries, ' and ', ' or '];

/**
 * Finds the texts of a page that are not from the catalogue. The pseudo-language accents every letter of a message, so
 * two adjacent plain letters come from elsewhere.
 * @param data the entered texts, which are shown unchanged.
 */
export async function untranslatedOn(page: Page, data: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(
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
  // The longest first, because one may contain another.
  const shown = [...WRITTEN_BY_INTL, ...data].filter(Boolean).sort((one, other) => other.length - one.length);
  const left = texts.map((text) =>
    shown.reduce((rest, each) => rest.replaceAll(each, ''), text).replace(/\S+@\S+/g, ''),
  );
  return [...new Set(texts.filter((_, index) => /[a-z]{2,}/i.test(left[index] ?? '')).map((text) => text.trim()))];
}
