'use client';

import type { Case } from '@gatehouse/domain';
import { Plus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import type { FieldsProps } from './decision-fields.tsx';
import { type DraftItem, newItem } from './draft.ts';
import { ItemFields } from './item-fields.tsx';

/** The most items in one request. More would be too much to ask at once. */
const MOST = 20;

type ItemListProps = Pick<FieldsProps, 'draft' | 'onChange' | 'errorOf'> & { readonly theCase: Case };

/** All items of a request. They are sent together. */
export function ItemList({ draft, onChange, errorOf, theCase }: ItemListProps) {
  const { items } = draft;
  const set = (next: readonly DraftItem[]): void => onChange({ items: next });
  return (
    <div className="flex flex-col gap-stack">
      {items.map((item, index) => (
        <ItemFields
          key={item.key}
          item={item}
          number={index + 1}
          theCase={theCase}
          onChange={(changed) => set(items.map((each) => (each === item ? { ...each, ...changed } : each)))}
          onRemove={items.length > 1 ? () => set(items.filter((each) => each !== item)) : null}
          errorOf={errorOf}
        />
      ))}
      {items.length < MOST && (
        <div>
          <Button id="add-item" variant="secondary" onClick={() => set([...items, newItem()])}>
            <Plus aria-hidden />
            Ask for another thing
          </Button>
        </div>
      )}
    </div>
  );
}
