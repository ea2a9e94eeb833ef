import type { z } from 'zod';
import { defineLifecycle } from '../lifecycle.ts';

const STEP = { people: 1, source: 'derived' } as const;

/** The state of an upload. Replaced and removed documents are kept as the history of submissions. */
export const documentLifecycle = defineLifecycle({
  name: 'document',
  initial: 'EXPECTED',
  statuses: {
    EXPECTED: { label: 'Expected', meaning: 'Begun; its file has not arrived.' },
    HELD: { label: 'Held', meaning: 'Its file has arrived and counts for nothing until it is attached.' },
    CURRENT: { label: 'Current', meaning: 'It counts: it is the document of its kind and side.' },
    REPLACED: { label: 'Replaced', meaning: 'Another took its place.' },
    REMOVED: { label: 'Removed', meaning: 'Taken out.' },
  },
  transitions: [
    { event: 'receive', from: 'EXPECTED', to: 'HELD', trigger: 'Its file arrives', by: 'partner', ...STEP },
    { event: 'receive', from: 'HELD', to: 'HELD', trigger: 'Another file arrives for it', by: 'partner', ...STEP },
    {
      event: 'attach',
      from: 'HELD',
      to: 'CURRENT',
      trigger: 'The customer’s data takes it in',
      by: 'partner',
      ...STEP,
    },
    {
      event: 'replace',
      from: 'HELD',
      to: 'REPLACED',
      trigger: 'A later upload of its place is attached',
      by: 'engine',
      ...STEP,
    },
    {
      event: 'replace',
      from: 'CURRENT',
      to: 'REPLACED',
      trigger: 'A later upload of its place is attached',
      by: 'engine',
      ...STEP,
    },
    ...(['EXPECTED', 'HELD', 'CURRENT', 'REPLACED'] as const).map((from) => ({
      event: 'remove' as const,
      from,
      to: 'REMOVED' as const,
      trigger: 'It is taken out while the data may change',
      by: 'partner' as const,
      ...STEP,
    })),
  ],
});

type InState = { readonly state: DocumentState };
/** Does it count? */
export const isCurrent = ({ state }: InState): boolean => state === 'CURRENT';
/** Has its file arrived, so that it can be attached? */
export const isHeld = ({ state }: InState): boolean => documentLifecycle.may(state, 'attach');
/** May a file still arrive for it? */
export const takesFile = ({ state }: InState): boolean => documentLifecycle.may(state, 'receive');

export const DocumentState = documentLifecycle.schema;
export type DocumentState = z.infer<typeof DocumentState>;
