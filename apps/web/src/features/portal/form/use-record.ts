'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { api } from '#lib/api.ts';
import type { Question, Values } from '../questions/question.ts';
import { allNames, fromProfile } from '../questions/values.ts';
import { fillForm, readForm } from './form-values.ts';

/** What is stored of this page, and at which version of the record it was read. */
export type Recorded = { readonly values: Values; readonly version: number };

/** A box whose stored value was changed by someone else while another value was typed. */
export type Conflict = { readonly name: string; readonly recorded: string; readonly typed: string };

type Options = {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly questions: readonly Question[];
  readonly recorded: Recorded;
  /** The boxes that were changed elsewhere since the draft was begun. */
  readonly changedSince: readonly string[];
};

/**
 * Watches what is stored while a page is open. A box that nobody touched takes the new value; where something else was
 * typed, both are shown and the person decides.
 */
export function useRecord({ form, questions, recorded, changedSince }: Options) {
  const [latest, setLatest] = useState(recorded);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const seen = useRef<Values>(without(recorded.values, changedSince));
  useEffect(() => setLatest((current) => (recorded.version >= current.version ? recorded : current)), [recorded]);
  useEffect(() => {
    if (!form.current) return;
    const typed = readForm(form.current);
    const before = seen.current;
    const moved = allNames(questions).filter((name) => latest.values[name] !== before[name]);
    const untouched = moved.filter((name) => typed[name] === before[name]);
    fillForm(form.current, pick(latest.values, untouched));
    seen.current = latest.values;
    const found = moved
      .filter((name) => !untouched.includes(name) && typed[name] !== latest.values[name])
      .map((name) => ({ name, recorded: latest.values[name] ?? '', typed: typed[name] ?? '' }));
    if (moved.length > 0) setConflicts(found);
  }, [form, questions, latest]);

  return {
    version: latest.version,
    conflicts,
    settle: () => setConflicts([]),
    /** Reads the record again. Answers its version when nothing of this page has changed, otherwise null. */
    async readAgain(): Promise<number | null> {
      const { customer } = await api.portal.session.query();
      const values = fromProfile(questions, customer.profile);
      const same = allNames(questions).every((name) => values[name] === seen.current[name]);
      setLatest({ values, version: customer.version });
      return same ? customer.version : null;
    },
  };
}

const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? '']));

const without = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
