'use client';

import type { FieldQuestion, Option } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { namesOf } from '../questions/values.ts';
import type { Conflict } from './merge.ts';

type ConflictNoticeProps = {
  readonly conflicts: readonly Conflict[];
  readonly questions: readonly FieldQuestion[];
  readonly countries: readonly Option[];
  readonly onKeep: () => void;
  readonly onTake: () => void;
  /** The number of attempts to continue without choosing. Each one moves the focus here. */
  readonly passedOver: number;
};

/** Two values for one question: the stored one, and the one typed here. Both are kept until the person chooses. */
export function ConflictNotice({ conflicts, questions, countries, onKeep, onTake, passedOver }: ConflictNoticeProps) {
  const t = useTranslations('portal.form.conflict');
  const choices = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (passedOver > 0) choices.current?.querySelector('button')?.focus();
  }, [passedOver]);
  if (conflicts.length === 0) return null;
  const inputs = questions.flatMap((question) => question.inputs);
  const rows = inputs.flatMap((input) => {
    const own = namesOf(input);
    const found = conflicts.filter((conflict) => own.includes(conflict.name));
    if (found.length === 0) return [];
    const textOf = (value: string) =>
      (input.kind === 'country' ? countries : (input.options ?? [])).find((each) => each.value === value)?.label ??
      value;
    const join = (side: 'recorded' | 'typed') => found.map((each) => textOf(each[side])).join(' ') || t('nothing');
    return [{ label: input.label, recorded: join('recorded'), typed: join('typed') }];
  });
  return (
    <Notice kind="warning" live="alert" title={t('title')}>
      <dl className="flex flex-col gap-2 py-2">
        {rows.map((row) => (
          <div key={row.label}>
            <dt className="font-semibold">{row.label}</dt>
            <dd>{t('recorded', { value: row.recorded })}</dd>
            <dd>{t('typed', { value: row.typed })}</dd>
          </div>
        ))}
      </dl>
      <div ref={choices} className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={onKeep}>
          {t('keep')}
        </Button>
        <Button variant="secondary" onClick={onTake}>
          {t('take')}
        </Button>
      </div>
    </Notice>
  );
}
