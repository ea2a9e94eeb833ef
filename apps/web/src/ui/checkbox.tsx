import type { ComponentProps, ReactNode } from 'react';
import { Choice } from './choice.tsx';
import { FieldNotes } from './field.tsx';

type CheckboxProps = Omit<ComponentProps<'input'>, 'className' | 'type' | 'children'> & {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
};

/** One checkbox. Its id defaults to its name. */
export function Checkbox({ error, id, ...input }: CheckboxProps) {
  const own = id ?? input.name;
  return (
    <div className="flex flex-col gap-tight">
      <FieldNotes id={own} error={error} />
      <Choice
        {...input}
        type="checkbox"
        id={own}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${own}-error` : undefined}
      />
    </div>
  );
}
