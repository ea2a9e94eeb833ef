import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { Field, type FieldCopy, fieldAria } from './field.tsx';
import { INPUT_STYLE } from './input-style.ts';

type Option = { readonly value: string; readonly label: string };

type SelectFieldProps = FieldCopy &
  Omit<ComponentProps<'select'>, 'className' | 'required' | 'children'> & {
    readonly name: string;
    readonly options: readonly Option[];
    /** More options, in groups with headings, for long lists. */
    readonly groups?: readonly { readonly label: string; readonly options: readonly Option[] }[];
    /** The label of the first, empty choice. Without it, the first option is selected initially. */
    readonly placeholder?: string;
  };

/** The browser's own select, which works on every phone and with every screen reader. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  id,
  options,
  groups,
  placeholder,
  ...select
}: SelectFieldProps) {
  const own = id ?? select.name;
  return (
    <Field id={own} label={label} hint={hint} error={error} optional={optional}>
      <div className="relative">
        <select
          {...select}
          {...fieldAria(own, { hint, error })}
          id={own}
          required={!optional}
          className={cx(INPUT_STYLE, 'appearance-none truncate pe-10')}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          <Options options={options} />
          {groups?.map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 end-3 size-icon -translate-y-1/2 text-muted"
        />
      </div>
    </Field>
  );
}

const Options = ({ options }: { readonly options: readonly Option[] }) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
