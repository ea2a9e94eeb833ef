'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { api } from '#lib/api.ts';
import { useReport } from '../frame/saving.tsx';
import type { Values } from '../questions/values.ts';
import { fillForm, readForm } from './form-values.ts';
import { type Conflict, merge } from './merge.ts';
import { useDraft } from './use-draft.ts';

type Options = {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly subject: string;
  readonly names: readonly string[];
  /** The values when the page was opened. */
  readonly begun: Values;
};

/** Tabs tell each other only which page was saved. They read the values from the server, which checks the session. */
const CHANNEL = 'portal-drafts';

/**
 * The draft of a page that may be open in several tabs. The server keeps the last save, so a tab that finds a conflict
 * saves nothing until the person has chosen.
 */
export function useSharedDraft({ form, subject, names, begun }: Options) {
  const report = useReport();
  const known = useRef(begun);
  const channel = useRef<BroadcastChannel>(null);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const draft = useDraft(subject, (values) => {
    known.current = values;
    channel.current?.postMessage(subject);
  });

  useEffect(() => {
    const open = new BroadcastChannel(CHANNEL);
    channel.current = open;
    open.onmessage = ({ data }) => {
      if (data === subject) void look().catch(() => {});
    };
    async function look(): Promise<void> {
      const saved = (await api.portal.session.query()).drafts[subject]?.values;
      if (!saved || !form.current) return;
      const latest = Object.fromEntries(names.map((name) => [name, String(saved[name] ?? '')]));
      const found = merge(names, { before: known.current, latest, typed: readForm(form.current) });
      fillForm(form.current, found.taken);
      const before = found.conflicts.map(({ name }) => [name, known.current[name] ?? '']);
      known.current = { ...latest, ...Object.fromEntries(before) };
      setConflicts(found.conflicts);
    }
    return () => open.close();
  }, [form, subject, names]);

  const held = conflicts.length > 0;
  const wasHeld = useRef(false);
  useEffect(() => {
    if (held) {
      void draft.stop();
      report({ state: 'notSaved' });
    } else if (wasHeld.current && form.current) draft.change(readForm(form.current));
    wasHeld.current = held;
  }, [held, draft, form, report]);

  return {
    conflicts,
    resolve: () => setConflicts([]),
    change: (values: Values) => {
      if (!held) draft.change(values);
    },
    stop: draft.stop,
  };
}
