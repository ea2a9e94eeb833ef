import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'åƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ';

/** Accents every letter outside tags and braces. */
export const accented = (text: string): string =>
  text.replace(/<\/?\w+>|\{\w+\}|[a-zA-Z]/g, (found) => ACCENTED[PLAIN.indexOf(found)] ?? found);

/** A catalogue with every letter of its texts accented; arguments, tags, plurals and choices are unchanged. */
export const pseudo = (messages: object): object =>
  Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, accentText(value)]));

const accentText = (value: string | object): string | object =>
  typeof value === 'string' ? printAST(parse(value).map(accentElement)) : pseudo(value);

function accentElement(element: MessageFormatElement): MessageFormatElement {
  if (element.type === TYPE.literal) return { ...element, value: accented(element.value) };
  if (element.type === TYPE.tag) return { ...element, children: element.children.map(accentElement) };
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
  const options = Object.entries(element.options).map(
    ([name, option]) => [name, { ...option, value: option.value.map(accentElement) }] as const,
  );
  return { ...element, options: Object.fromEntries(options) } as MessageFormatElement;
}
