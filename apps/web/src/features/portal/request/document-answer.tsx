'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SelectField } from '#ui/select-field.tsx';
import { SideUpload } from '../upload/side-upload.tsx';
import type { FileLimits } from '../upload/slot.ts';
import type { DocumentChoice } from './item-view.ts';

type DocumentAnswerProps = {
  readonly itemId: string;
  readonly choices: readonly DocumentChoice[];
  readonly limits: FileLimits;
  readonly error?: string | undefined;
  readonly onUploaded: (place: string, documentId: string) => void;
};

/** A document that answers an item. When several kinds are accepted, the person chooses one first. */
export function DocumentAnswer({ itemId, choices, limits, error, onUploaded }: DocumentAnswerProps) {
  const t = useTranslations('portal');
  const begun = choices.find((choice) => choice.slots.some((slot) => slot.uploaded));
  const [kind, setKind] = useState(begun?.kind ?? (choices.length === 1 ? choices[0]?.kind : undefined));
  const chosen = choices.find((choice) => choice.kind === kind);
  return (
    <div className="flex flex-col gap-stack">
      {choices.length > 1 && (
        <SelectField
          name={`${itemId}-kind`}
          label={t('request.whichDocument')}
          placeholder={t('form.chooseOne')}
          options={choices.map((choice) => ({ value: choice.kind, label: choice.label }))}
          value={kind ?? ''}
          onChange={(event) => setKind(event.currentTarget.value)}
          error={chosen ? undefined : error}
        />
      )}
      {chosen && chosen.slots.length > 1 && <p className="text-muted">{t('request.eitherSide')}</p>}
      {chosen?.slots.map((slot) => (
        <SideUpload
          key={slot.name}
          slot={slot}
          limits={limits}
          requirementId={itemId}
          error={slot === chosen.slots[0] ? error : undefined}
          onChange={({ id }) => onUploaded(slot.name, id)}
        />
      ))}
    </div>
  );
}
