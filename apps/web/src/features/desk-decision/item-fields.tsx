'use client';

import type { Case } from '@gatehouse/domain';
import {
  codesToAsk,
  type DocumentKind,
  englishDocumentKinds,
  englishRequirementCodes,
  type ProgramView,
  questionsOf,
  REQUIREMENT_CODES,
  type RequirementCode,
} from '@gatehouse/domain';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { answerBy, type DraftItem } from './draft.ts';
import { ItemPreview } from './item-preview.tsx';
import { PinField } from './pin-field.tsx';
import { Preview } from './preview.tsx';

/** The codes grouped by kind of answer, so that the long list has three short parts. */
const GROUPS = [
  ['document', 'Answered with a document'],
  ['field', 'Answered by changing a detail'],
  ['text', 'Answered in words'],
] as const;
const groupsFor = (program: ProgramView) =>
  GROUPS.map(([by, label]) => ({
    label,
    options: codesToAsk(program)
      .filter((code) => REQUIREMENT_CODES[code].answer === by)
      .map((code) => ({ value: code, label: englishRequirementCodes[code].sentence })),
  }));
const KINDS = Object.entries(englishDocumentKinds).map(([value, { label }]) => ({ value, label }));

type ItemFieldsProps = {
  readonly item: DraftItem;
  readonly number: number;
  readonly theCase: Case;
  readonly onChange: (changed: Partial<DraftItem>) => void;
  readonly onRemove: (() => void) | null;
  readonly errorOf: (field: string) => string | undefined;
};

/** The fields of one requested item, beside the customer's view of it. */
export function ItemFields({ item, number, theCase, onChange, onRemove, errorOf }: ItemFieldsProps) {
  const by = answerBy(item);
  const id = (name: string): string => `${item.key}-${name}`;
  return (
    <fieldset className="grid min-w-0 gap-4 rounded border border-line p-pad md:grid-cols-2">
      <legend className="px-1 font-semibold">Item {number}</legend>
      <div className="flex min-w-0 flex-col gap-stack">
        <SelectField
          name={id('code')}
          label="What to ask for"
          placeholder="Choose"
          options={[]}
          groups={groupsFor(theCase.program)}
          value={item.code}
          onChange={(change) => onChange({ code: change.currentTarget.value as RequirementCode | '' })}
          error={errorOf(id('code'))}
        />
        {by === 'document' && (
          <SelectField
            name={id('document')}
            label="Which document"
            placeholder="Choose"
            options={KINDS}
            value={item.documentKind}
            onChange={(change) =>
              onChange({ documentKind: change.currentTarget.value as DocumentKind | '', pin: null })
            }
            error={errorOf(id('document'))}
          />
        )}
        {by === 'field' && (
          <SelectField
            name={id('field')}
            label="Which detail"
            placeholder="Choose"
            options={questionsOf(theCase.program).map(({ field, label }) => ({ value: field, label }))}
            value={item.field}
            onChange={(change) => onChange({ field: change.currentTarget.value })}
            error={errorOf(id('field'))}
          />
        )}
        <Textarea
          name={id('message')}
          label="In your own words"
          hint="Added to our sentence. Say what you saw, and what would settle it."
          optional={item.code !== 'CLARIFICATION'}
          rows={2}
          maxLength={1000}
          value={item.message}
          onChange={(change) => onChange({ message: change.currentTarget.value })}
          error={errorOf(id('message'))}
        />
        {by === 'document' && <PinField item={item} documents={theCase.documents} onPin={(pin) => onChange({ pin })} />}
        {onRemove && (
          <div>
            <Button variant="quiet" onClick={onRemove}>
              Remove<VisuallyHidden> item {number}</VisuallyHidden>
            </Button>
          </div>
        )}
      </div>
      <Preview>
        <ItemPreview item={item} program={theCase.program} />
      </Preview>
    </fieldset>
  );
}
