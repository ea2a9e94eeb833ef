'use client';

import type { FormEvent } from 'react';
import { Card } from '#ui/card.tsx';
import type { FieldError } from '#ui/error-summary.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { readForm } from '../form/form-values.ts';
import { useDraft } from '../form/use-draft.ts';
import type { Option, Values } from '../questions/question.ts';
import { QuestionFields } from '../questions/question-fields.tsx';
import { allNames } from '../questions/values.ts';
import type { FileLimits } from '../upload/slot.ts';
import { DocumentAnswer } from './document-answer.tsx';
import type { ItemView } from './item-view.ts';

type ItemCardProps = {
  readonly item: ItemView;
  readonly place: string;
  readonly limits: FileLimits;
  readonly countries: readonly Option[];
  readonly errors: readonly FieldError[];
  readonly onValues: (values: Values) => void;
  readonly onUploaded: (place: string, documentId: string) => void;
};

/** One thing that we ask for. What is typed is kept as a draft of its own until everything is sent together. */
export function ItemCard({ item, place, limits, countries, errors, onValues, onUploaded }: ItemCardProps) {
  const { id, ask } = item;
  const draft = useDraft(`requirement:${id}`);
  function keep(event: FormEvent<HTMLDivElement>) {
    const form = event.currentTarget.closest('form');
    if (!form || ask.by === 'document') return;
    const typed = readForm(form);
    const values =
      ask.by === 'text'
        ? { text: typed[id] ?? '' }
        : Object.fromEntries(allNames([ask.question]).map((name) => [name, typed[name] ?? '']));
    draft.change(values);
    onValues(values);
  }
  return (
    <Card
      title={
        <>
          <span className="block font-normal text-muted text-small">
            {place}: {item.about}
          </span>
          {item.title}
        </>
      }
    >
      {item.children}
      <div onInput={keep}>
        {ask.by === 'text' && (
          <Textarea
            name={id}
            label="Your answer"
            defaultValue={item.draft.text ?? ''}
            maxLength={2000}
            error={errors.find((error) => error.field === id)?.message}
          />
        )}
        {ask.by === 'field' && (
          <QuestionFields
            question={ask.question}
            values={{ ...ask.recorded, ...item.draft }}
            errors={errors}
            countries={countries}
          />
        )}
        {ask.by === 'document' && (
          <DocumentAnswer
            itemId={id}
            choices={ask.choices}
            limits={limits}
            error={errors.find((error) => error.field.startsWith(id))?.message}
            onUploaded={onUploaded}
          />
        )}
      </div>
    </Card>
  );
}
