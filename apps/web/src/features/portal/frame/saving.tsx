'use client';

import { createContext, type ReactNode, useContext, useReducer } from 'react';
import { SavedNote } from '#ui/saved-note.tsx';
import type { Saving } from '../form/draft.ts';

type Heard = {
  readonly saving: Saving | null;
  /** Nothing can be saved until somebody signs in again, in this tab or in another. It ends with the next save. */
  readonly signedOut: boolean;
  /** How often something was saved since the frame was drawn. */
  readonly saves: number;
};

const hear = ({ signedOut, saves }: Heard, saving: Saving): Heard => ({
  saving,
  signedOut: saving.state === 'signedOut' || (signedOut && saving.state !== 'saved'),
  saves: saving.state === 'saved' ? saves + 1 : saves,
});

// Two contexts, so that a page which only reports is not drawn again by its own report.
const Reported = createContext<Heard>({ saving: null, signedOut: false, saves: 0 });
const Report = createContext<(saving: Saving) => void>(() => {});

type ProviderProps = {
  /** When something was last saved, on whichever device, ISO 8601. */
  readonly savedAt: string | null;
  readonly children: ReactNode;
};

/** Carries "Saved 10:42" from the page where something is typed to the head of the frame. */
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

/** What stands on the page is not saved: drawing the page anew could lose it. */
export function useUnsaved(): boolean {
  const { saving } = useSaving();
  return saving !== null && saving.state !== 'saved';
}

export function SavingNote() {
  const { saving } = useSaving();
  return saving && <SavedNote {...saving} state={saving.state === 'signedOut' ? 'notSaved' : saving.state} />;
}
