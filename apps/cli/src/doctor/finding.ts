/** The result of a check, and what to do about it. */
export type Finding = {
  readonly state: 'ok' | 'bad' | 'note';
  readonly found: string;
  readonly remedy?: string;
};

export const ok = (found: string): Finding => ({ state: 'ok', found });
export const bad = (found: string, remedy: string): Finding => ({ state: 'bad', found, remedy });
export const note = (found: string, remedy: string): Finding => ({ state: 'note', found, remedy });
