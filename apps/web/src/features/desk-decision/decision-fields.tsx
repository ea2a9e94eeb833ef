'use client';

import { type DecisionEvent, demands, englishReasons, takes } from '@gatehouse/domain';
import { RadioGroup } from '#ui/radio-group.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { type Draft, hasReasons, reasonSentenceOf } from './draft.ts';

export type FieldsProps = {
  readonly event: DecisionEvent;
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
  /** The error of a field by its id. */
  readonly errorOf: (field: string) => string | undefined;
};

const TEMPORARY = [
  { value: 'yes', label: 'Temporary', hint: 'It can be reactivated later, by two people.' },
  { value: 'no', label: 'Permanent', hint: 'It cannot be undone.' },
] as const;

/** The fields of a reason: its code, its term, and the message to the customer. */
export function ReasonFields({ event, draft, onChange, errorOf }: FieldsProps) {
  if (!hasReasons(event)) return null;
  const sentence = reasonSentenceOf(draft.reasonCode);
  return (
    <>
      <SelectField
        name="reasonCode"
        label="Reason"
        placeholder="Choose a reason"
        options={Object.entries(englishReasons[event]).map(([value, { label }]) => ({ value, label }))}
        value={draft.reasonCode}
        onChange={(change) => onChange({ reasonCode: change.currentTarget.value })}
        error={errorOf('reasonCode')}
      />
      {takes(event, 'temporary') && (
        <RadioGroup
          name="temporary"
          label="For how long?"
          options={TEMPORARY}
          value={draft.temporary === null ? undefined : draft.temporary ? 'yes' : 'no'}
          onValueChange={(value) => onChange({ temporary: value === 'yes' })}
          error={errorOf('temporary')}
        />
      )}
      {takes(event, 'message') && (
        <Textarea
          name="message"
          label="Message to the customer"
          hint={
            <>
              {sentence
                ? `They read “${sentence}” in any case. Add what helps them.`
                : 'They read the sentence of the reason in any case. Add what helps them.'}{' '}
              Never hint at a sanctions or fraud finding.
            </>
          }
          optional
          rows={2}
          maxLength={2000}
          value={draft.message}
          onChange={(change) => onChange({ message: change.currentTarget.value })}
          error={errorOf('message')}
        />
      )}
    </>
  );
}

/** The note for colleagues, and for those who confirm or audit the decision. */
export function NoteField({ event, draft, onChange, errorOf }: FieldsProps) {
  return (
    <Textarea
      name="note"
      label="Internal note"
      hint="Why, for your colleagues. The customer never sees it."
      optional={!demands(event, 'note')}
      rows={2}
      maxLength={4000}
      value={draft.note}
      onChange={(change) => onChange({ note: change.currentTarget.value })}
      error={errorOf('note')}
    />
  );
}
