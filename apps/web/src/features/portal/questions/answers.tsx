import type { FieldQuestion, QuestionInput } from '@gatehouse/domain';
import { formatPhone } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import type { Formatter } from '#lib/translator.ts';

/**
 * The answer to a question as text: labels of choices, names of countries, a formatted phone number, and one line for
 * each part.
 */
export function answerOf(
  question: FieldQuestion,
  profile: Readonly<Record<string, unknown>>,
  format: Formatter,
): ReactNode {
  const value = profile[question.field];
  if (value === undefined || value === null) return null;
  if (!question.grouped) return shown(question.inputs[0], value, format);
  const parts = value as Readonly<Record<string, unknown>>;
  const lines = question.inputs.flatMap((input) => {
    const part = parts[input.name.split('.').at(-1) ?? ''];
    return part === undefined ? [] : [{ name: input.name, text: shown(input, part, format) }];
  });
  return lines.map(({ name, text }) => (
    <span key={name} className="block">
      {text}
    </span>
  ));
}

function shown(input: QuestionInput | undefined, value: unknown, format: Formatter): string {
  if (!input || typeof value !== 'string') return '';
  if (input.kind === 'date') return format.dateTime(Date.parse(value), { dateStyle: 'long', timeZone: 'UTC' });
  if (input.kind === 'country') return format.displayName(value, { type: 'region', fallback: 'code' });
  if (input.kind === 'tel') return formatPhone(value);
  return input.options?.find((option) => option.value === value)?.label ?? value;
}
