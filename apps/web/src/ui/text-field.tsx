import type { ComponentProps } from 'react';
import { Field, type FieldCopy, fieldAria } from './field.tsx';
import { INPUT_STYLE } from './input-style.ts';

export type TextFieldProps = FieldCopy &
  Omit<ComponentProps<'input'>, 'className' | 'required' | 'children'> & {
    readonly name: string;
    /** The length of a usual answer in characters. The width of the box is a hint. */
    readonly chars?: number;
  };

/** A line of text. Its id defaults to its name, which error summaries link to. */
export function TextField({ label, hint, error, optional, chars, id, ...input }: TextFieldProps) {
  const own = id ?? input.name;
  return (
    <Field id={own} label={label} hint={hint} error={error} optional={optional}>
      <input
        type="text"
        {...input}
        {...fieldAria(own, { hint, error })}
        id={own}
        required={!optional}
        style={chars === undefined ? undefined : { maxWidth: `calc(${chars}ch + 2 * var(--gh-input-x) + 0.5rem)` }}
        className={INPUT_STYLE}
      />
    </Field>
  );
}
