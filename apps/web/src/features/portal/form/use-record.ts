'use client';

import type { FieldQuestion } from '@gatehouse/domain';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { api } from '#lib/api.ts';
import type { Values } from '../questions/values.ts';
import { allNames, fromProfile } from '../questions/values.ts';
import { fillForm, readForm } from './form-values.ts';
import { type Conflict, merge } from './merge.ts';

/** The stored values of this page, and the version of the record at which they were read. */
export type Recorded = { readonly values: Values; readonly version: number };

type Options = {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly questions: readonly FieldQuestion[];
  readonly recorded: Recorded;
  /** The fields that were changed elsewhere since the draft was started. */
  readonly changedSince: readonly string[];
};

/**
 * Follows the stored values while a page is open. An unedited field takes the new value; for an edited one both values
 * are shown, and the person chooses.
 */
export function useRecord({ form, questions, recorded, changedSince }: Options) {
  const [latest, setLatest] = useState(recorded);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const seen = useRef<Values>(without(recorded.values, changedSince));
  useEffect(() => setLatest((current) => (recorded.version >= current.version ? recorded : current)), [recorded]);
  useEffect(() => {
    if (!form.current) return;
    const sides = { before: seen.current, latest: latest.values, typed: readForm(form.current) };
    const found = merge(allNames(questions), sides);
    fillForm(form.current, found.taken);
    seen.current = latest.values;
    if (found.moved.length > 0) setConflicts(found.conflicts);
  }, [form, questions, latest]);

  return {
    version: latest.version,
    conflicts,
    resolve: () => setConflicts([]),
    /** Reads the record again. Returns its version if nothing of this page has changed, otherwise null. */
    async readAgain(): Promise<number | null> {
      const { customer } = await api.portal.session.query();
      const values = fromProfile(questions, customer.profile);
      const same = allNames(questions).every((name) => values[name] === seen.current[name]);
      setLatest({ values, version: customer.version });
      return same ? customer.version : null;
    },
  };
}

const without = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
