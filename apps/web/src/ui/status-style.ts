import type { Tone } from '@gatehouse/domain';

/** The colours of each tone. The closed tone is also dashed, so that it does not depend on colour. */
export const TONE_STYLE = {
  neutral: 'border-transparent bg-neutral text-on-neutral',
  progress: 'border-transparent bg-progress text-on-progress',
  attention: 'border-transparent bg-attention text-on-attention',
  success: 'border-transparent bg-success text-on-success',
  refused: 'border-transparent bg-refused text-on-refused',
  closed: 'border-dashed border-on-closed/60 bg-closed text-on-closed',
  ready: 'border-transparent bg-ready text-on-ready',
} as const satisfies Record<Tone, string>;
