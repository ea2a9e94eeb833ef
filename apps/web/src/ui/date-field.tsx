import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import type { FieldCopy } from './field.tsx';
import { Fieldset } from './fieldset.tsx';
import { INPUT_STYLE } from './input-style.ts';

export type DatePart = 'day' | 'month' | 'year';
type InputProps = Omit<ComponentProps<'input'>, 'className' | 'id' | 'type'>;

const PARTS = [
  { part: 'day', chars: 2, autoComplete: 'bday-day' },
  { part: 'month', chars: 2, autoComplete: 'bday-month' },
  { part: 'year', chars: 4, autoComplete: 'bday-year' },
] as const satisfies readonly { part: DatePart; chars: number; autoComplete: string }[];

type DateFieldProps = FieldCopy & {
  /** The parts are named `<name>-day`, `<name>-month` and `<name>-year`; the first has the id `<name>`. */
  readonly name: string;
  readonly defaultValue?: Partial<Record<DatePart, string>>;
  /** Lets the browser fill in the visitor's birthday. */
  readonly birthday?: boolean;
  /** The parts with errors; all by default. */
  readonly wrong?: readonly DatePart[];
  /** More attributes of each part, such as those of a form library. */
  readonly parts?: Partial<Record<DatePart, InputProps>>;
};

/** A known date as three fields, because a calendar is slow for dates such as a birthday. */
export function DateField({ name, defaultValue, birthday, wrong, parts, ...copy }: DateFieldProps) {
  const t = useTranslations('ui.date');
  const isWrong = (part: DatePart) => Boolean(copy.error) && (wrong?.includes(part) ?? true);
  return (
    <Fieldset id={name} {...copy}>
      <div className="flex gap-4">
        {PARTS.map(({ part, chars, autoComplete }) => (
          <label key={part} className="flex flex-col gap-1">
            {t(part)}
            <input
              id={part === 'day' ? name : `${name}-${part}`}
              name={`${name}-${part}`}
              inputMode="numeric"
              autoComplete={birthday ? autoComplete : 'off'}
              defaultValue={defaultValue?.[part]}
              required={!copy.optional}
              {...parts?.[part]}
              type="text"
              aria-invalid={isWrong(part) || undefined}
              aria-describedby={copy.error ? `${name}-error` : undefined}
              style={{ width: `calc(${chars}ch + 2 * var(--gh-input-x) + 1rem)` }}
              className={INPUT_STYLE}
            />
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
