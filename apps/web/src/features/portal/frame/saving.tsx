'use client';

import { createContext, type ReactNode, useContext, useReducer } from 'react';
import { SavedNote } from '#ui/saved-note.tsx';
import type { Saving } from '../form/draft.ts';

type Heard = {
  readonly saving: Saving | null;
  /** Nothing can be saved until the customer signs in again, in any tab. The next save ends this. */
  readonly signedOut: boolean;
  /** The number of saves since the frame was rendered. */
  readonly saves: number;
};

const hear = ({ signedOut, saves }: Heard, saving: Saving): Heard => ({
  saving,
  signedOut: saving.state === 'signedOut' || (signedOut && saving.state !== 'saved'),
  saves: saving.state === 'saved' ? saves + 1 : saves,
});

// Two contexts, so that a page that only reports is not rendered again by its own report.
const Reported = createContext<Heard>({ saving: null, signedOut: false, saves: 0 });
const Report = createContext<(saving: Saving) => void>(() => {});

type ProviderProps = {
  /** The time of the last save on any device, ISO 8601. */
  readonly savedAt: string | null;
  readonly children: ReactNode;
};

/** Passes "Saved 10:42" from the page with the form to the header of the frame. */
export function SavingProvider({ savedAt, children }: ProviderProps) {
  const saving: Saving | null = savedAt ? { state: 'saved', at: savedAt } : null;
  const [heard, report] = useReducer(hear, { saving, signedOut: false, saves: 0 });
  return (
    <Report value={report}>
      <Reported value={heard}>{children}</Reported>
    </Report>
  );
}

export const useReport = (): ((saving: Saving) => void) => useContext(Report);
export const useSaving = (): Heard => useContext(Reported);

/** True when the page has unsaved input, which a refresh could lose. */
export function useUnsaved(): boolean {
  const { saving } = useSaving();
  return saving !== null && saving.state !== 'saved';
}

export function SavingNote() {
  const { saving } = useSaving();
  return saving && <SavedNote {...saving} state={saving.state === 'signedOut' ? 'notSaved' : saving.state} />;
}
