import type { FieldQuestion } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import { Fieldset } from '#ui/fieldset.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { type Drawn, InputField } from './input-field.tsx';

type QuestionFieldsProps = Drawn & {
  readonly question: FieldQuestion;
  readonly hint?: ReactNode;
  /** The heading above. A question with the same text does not repeat it visibly. */
  readonly heading?: string;
};

/** A question with one or several inputs. */
export function QuestionFields({ question, hint, heading, ...drawn }: QuestionFieldsProps) {
  const { label, optional, grouped, inputs, field } = question;
  const isHeading = heading === label;
  if (!grouped)
    return inputs.map((input) => (
      <InputField key={input.name} {...drawn} input={input} optional={optional} hint={hint} labelIsAbove={isHeading} />
    ));
  return (
    <Fieldset
      id={field}
      label={isHeading ? <VisuallyHidden>{label}</VisuallyHidden> : <span className="text-h3">{label}</span>}
      hint={hint}
      optional={optional && !isHeading}
    >
      <div className="flex flex-col gap-stack pt-tight">
        {inputs.map((input) => (
          <InputField key={input.name} {...drawn} input={input} optional={!optional && input.optional} />
        ))}
      </div>
    </Fieldset>
  );
}
