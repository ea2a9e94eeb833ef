'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { SavedNote } from '#ui/saved-note.tsx';
import type { Saving } from '../form/draft.ts';

// Two contexts, so that a page which reports is not drawn again by its own report.
const Reported = createContext<Saving | null>(null);
const Report = createContext<(saving: Saving) => void>(() => {});

type ProviderProps = {
  /** When something was last saved, on whichever device, ISO 8601. */
  readonly savedAt: string | null;
  readonly children: ReactNode;
};

/** Carries "Saved 10:42" from the page where something is typed to the head of the frame. */
export function SavingProvider({ savedAt, children }: ProviderProps) {
  const [saving, setSaving] = useState<Saving | null>(savedAt ? { state: 'saved', at: savedAt } : null);
  return (
    <Report value={setSaving}>
      <Reported value={saving}>{children}</Reported>
    </Report>
  );
}

export const useReport = (): ((saving: Saving) => void) => useContext(Report);

export function SavingNote() {
  const saving = useContext(Reported);
  return saving && <SavedNote {...saving} />;
}
