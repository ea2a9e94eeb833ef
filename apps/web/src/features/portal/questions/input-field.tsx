import type { Option, QuestionInput } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateField } from '#ui/date-field.tsx';
import type { FieldError } from '#ui/error-summary.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Values } from './values.ts';

export type Drawn = {
  readonly values: Values;
  readonly errors: readonly FieldError[];
  readonly countries: readonly Option[];
};

type InputFieldProps = Drawn & {
  readonly input: QuestionInput;
  readonly optional: boolean;
  /** The hint of this input, if it has one of its own. */
  readonly hint?: ReactNode;
  /** The label is the heading of the page already. */
  readonly labelIsAbove?: boolean;
};

/** One uncontrolled input, rendered by its kind. */
export function InputField({ input, optional, hint, labelIsAbove, values, errors, countries }: InputFieldProps) {
  const t = useTranslations('portal.form');
  const { name, kind, autoComplete, chars } = input;
  const copy = {
    name,
    label: labelIsAbove ? <VisuallyHidden>{input.label}</VisuallyHidden> : input.label,
    hint: hint ?? input.hint,
    error: errors.find((error) => error.field === name)?.message,
    optional,
  };
  if (kind === 'date')
    return (
      <DateField
        {...copy}
        birthday={autoComplete === 'bday'}
        defaultValue={{
          day: values[`${name}-day`] ?? '',
          month: values[`${name}-month`] ?? '',
          year: values[`${name}-year`] ?? '',
        }}
      />
    );
  const value = { defaultValue: values[name] ?? '', autoComplete: autoComplete ?? 'off' };
  if (kind === 'choice' || kind === 'country')
    return (
      <SelectField
        {...copy}
        {...value}
        placeholder={t(kind === 'country' ? 'chooseCountry' : 'chooseOne')}
        options={kind === 'country' ? countries : (input.options ?? [])}
      />
    );
  return (
    <TextField
      {...copy}
      {...value}
      {...(chars === undefined ? {} : { chars })}
      type={kind === 'tel' ? 'tel' : 'text'}
      spellCheck={false}
    />
  );
}
