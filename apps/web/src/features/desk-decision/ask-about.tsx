'use client';

import type { Case } from '@gatehouse/domain';
import { MessageCircleQuestion } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import type { Deciding } from './decisions.tsx';
import { type Draft, type DraftItem, newDraft, newItem } from './draft.ts';

type AskAboutProps = {
  readonly document: Case['documents'][number];
  readonly theCase: Case;
  readonly deciding: Deciding;
  readonly onDeciding: (deciding: Deciding) => void;
};

const EVENT = 'requestInformation';

/** Adds an item about this document to the open request draft, or starts one. */
export function AskAbout({ document, theCase, deciding, onDeciding }: AskAboutProps) {
  const offer = theCase.actions.find(({ action }) => action === EVENT);
  if (!offer?.mode || document.state !== 'CURRENT') return null;
  const begin = (): void => {
    const known: Draft = deciding.drafts[EVENT] ?? newDraft(EVENT, []);
    const begun = known.items.filter((item: DraftItem) => item.code || item.message);
    const about = newItem({ documentKind: document.kind });
    onDeciding({
      open: { event: EVENT, basis: theCase.customer.version },
      drafts: { ...deciding.drafts, [EVENT]: { ...known, items: [...begun, about] } },
    });
  };
  return (
    <div>
      <Button variant="secondary" onClick={begin}>
        <MessageCircleQuestion aria-hidden />
        Ask about this document
      </Button>
    </div>
  );
}
