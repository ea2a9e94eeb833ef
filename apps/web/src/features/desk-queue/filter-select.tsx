import { ChevronDown } from 'lucide-react';
import { INPUT_STYLE } from '#ui/input-style.ts';

type FilterSelectProps = {
  readonly name: string;
  readonly label: string;
  /** The label of no choice. */
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
};

/** One filter with its label in the same line. It is not a form field, because nothing is requested here. */
export function FilterSelect({ name, label, any, options, value, onChoose }: FilterSelectProps) {
  const id = `filter-${name}`;
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-muted">
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value ?? ''}
          onChange={(event) => onChoose(event.currentTarget.value)}
          className={`${INPUT_STYLE} appearance-none pe-8`}
        >
          <option value="">{any}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 end-2 size-icon -translate-y-1/2 text-muted"
        />
      </div>
    </div>
  );
}
