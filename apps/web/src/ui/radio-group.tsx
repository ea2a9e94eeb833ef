import type { ComponentProps, ReactNode } from 'react';
import { Choice } from './choice.tsx';
import type { FieldCopy } from './field.tsx';
import { Fieldset } from './fieldset.tsx';

type RadioGroupProps = FieldCopy & {
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode }[];
  readonly defaultValue?: string | undefined;
  /** With `onValueChange` the group is controlled. */
  readonly value?: string | undefined;
  readonly onValueChange?: (value: string) => void;
  /** More attributes of every option, such as those of a form library. */
  readonly input?: Omit<ComponentProps<'input'>, 'className' | 'id' | 'type' | 'value' | 'name'>;
};

/** A group of radio buttons. The first has the group's name as its id, which error summaries link to. */
export function RadioGroup({ name, options, defaultValue, value, onValueChange, input, ...copy }: RadioGroupProps) {
  return (
    <Fieldset id={name} {...copy}>
      <div className="flex flex-col">
        {options.map((option, index) => (
          <Choice
            key={option.value}
            {...input}
            type="radio"
            id={index === 0 ? name : `${name}-${option.value}`}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            required={!copy.optional}
            aria-describedby={copy.error ? `${name}-error` : undefined}
            {...(onValueChange
              ? { checked: value === option.value, onChange: () => onValueChange(option.value) }
              : { defaultChecked: defaultValue === option.value })}
          />
        ))}
      </div>
    </Fieldset>
  );
}
