import type { ComponentProps } from 'react';
import { Field, type FieldCopy, fieldAria } from './field.tsx';
import { INPUT_STYLE } from './input-style.ts';

type TextareaProps = FieldCopy &
  Omit<ComponentProps<'textarea'>, 'className' | 'required' | 'children'> & { readonly name: string };

/** Several lines of text. The box grows with its content where the browser supports it. */
export function Textarea({ label, hint, error, optional, id, rows = 4, ...textarea }: TextareaProps) {
  const own = id ?? textarea.name;
  return (
    <Field id={own} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        {...textarea}
        {...fieldAria(own, { hint, error })}
        id={own}
        rows={rows}
        required={!optional}
        style={{ minHeight: `calc(${rows}lh + 1.125rem)` }}
        className={`${INPUT_STYLE} field-sizing-content max-h-96 py-2`}
      />
    </Field>
  );
}
