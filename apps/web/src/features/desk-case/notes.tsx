'use client';

import type { Case } from '@gatehouse/domain';
import { useState } from 'react';
import { api } from '#lib/api.ts';
import { failureMessage, useCall } from '#lib/use-call.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { UnavailableButton } from '#ui/unavailable-button.tsx';

type NotesProps = {
  readonly theCase: Case;
  readonly now: string;
  /** Why this person may not write notes; empty when they may. */
  readonly whyNot: string;
  readonly onAdded: () => void;
};

/** Internal notes about a case. They are visible only at the desk. */
export function Notes({ theCase, now, whyNot, onAdded }: NotesProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const add = useCall((written: string) =>
    api.desk.cases.note.mutate({ customerId: theCase.customer.id, text: written }),
  );
  const save = async (): Promise<void> => {
    if (!text.trim()) return setError('Write something first.');
    const ended = await add.run(text);
    if (!ended || !('value' in ended)) return;
    setText('');
    onAdded();
  };
  const { notes } = theCase.history;
  const problem = add.failure && failureMessage(add.failure);
  return (
    <Card title="Notes">
      {notes.length === 0 && <p className="text-muted">None yet. The customer never sees notes.</p>}
      {notes.length > 0 && (
        <ul className="flex flex-col gap-3">
          {notes.toReversed().map((note) => (
            <li key={note.id} className="border-line-strong border-s-2 ps-3">
              <p className="text-muted text-small">
                <span className="font-semibold text-ink">{note.author}</span> <RelativeTime value={note.at} now={now} />
              </p>
              <p className="whitespace-pre-wrap break-words">{note.text}</p>
            </li>
          ))}
        </ul>
      )}
      {whyNot ? (
        <div>
          <UnavailableButton why={whyNot}>Add note</UnavailableButton>
        </div>
      ) : (
        <>
          <Textarea
            name="new-note"
            label="New note"
            hint="For colleagues only."
            rows={2}
            maxLength={4000}
            value={text}
            error={error || undefined}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setError('');
            }}
          />
          {problem && (
            <Notice kind="danger" live="alert" title={problem.what}>
              {problem.next}
            </Notice>
          )}
          <div>
            <Button variant="secondary" pending={add.pending} pendingLabel="Adding" onClick={() => void save()}>
              Add note
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
