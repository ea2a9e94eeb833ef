import type { ReactNode } from 'react';
import { type FieldCopy, FieldNotes, fieldAria, OptionalMark } from './field.tsx';

/** Several controls that answer one question together. */
export function Fieldset({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: FieldCopy & { id: string; children: ReactNode }) {
  return (
    <fieldset
      id={`${id}-group`}
      className="min-w-0"
      aria-describedby={fieldAria(id, { hint, error })['aria-describedby']}
    >
      <legend className="mb-tight font-semibold">
        {label}
        {optional && <OptionalMark />}
      </legend>
      <div className="flex flex-col gap-tight">
        <FieldNotes id={id} hint={hint} error={error} />
        {children}
      </div>
    </fieldset>
  );
}
