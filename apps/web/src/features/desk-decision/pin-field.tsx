'use client';

import type { Case, Pin } from '@gatehouse/domain';
import { MapPin } from 'lucide-react';
import { useId } from 'react';
import { Button } from '#ui/button.tsx';
import { PinnedPicture } from '#ui/pinned-picture.tsx';
import type { DraftItem } from './draft.ts';

type PinFieldProps = {
  readonly item: DraftItem;
  readonly documents: Case['documents'];
  readonly onPin: (pin: Pin | null) => void;
};

const MIDDLE = { x: 0.5, y: 0.5 };

/** Sets a pin on the scan, with the pointer or with two sliders. */
export function PinField({ item, documents, onPin }: PinFieldProps) {
  const id = useId();
  const pictures = documents.filter(
    ({ kind, hasPicture, state }) => kind === item.documentKind && state === 'CURRENT' && hasPicture,
  );
  const [first] = pictures;
  if (!first) return null;
  const { pin } = item;
  if (!pin)
    return (
      <div>
        <Button variant="secondary" onClick={() => onPin({ documentId: first.id, ...MIDDLE })}>
          <MapPin aria-hidden />
          Point at a spot
        </Button>
      </div>
    );
  const shown = pictures.find((document) => document.id === pin.documentId) ?? first;
  const slider = (axis: 'x' | 'y', label: string) => (
    <label className="flex items-center gap-2" htmlFor={`${id}-${axis}`}>
      <span className="w-24 shrink-0 text-muted text-small">{label}</span>
      <input
        id={`${id}-${axis}`}
        type="range"
        min={0}
        max={100}
        value={Math.round(pin[axis] * 100)}
        aria-valuetext={`${Math.round(pin[axis] * 100)} %`}
        onChange={(event) => onPin({ ...pin, [axis]: event.currentTarget.valueAsNumber / 100 })}
        className="min-h-tap w-full accent-primary"
      />
    </label>
  );
  return (
    <div className="flex flex-col gap-2">
      <p>Press the spot on the picture, or move the pin with the sliders.</p>
      <PinnedPicture
        src={`/api/files/${shown.id}?for=desk&as=picture`}
        alt="The document they sent"
        width={shown.width}
        height={shown.height}
        tall="15rem"
        pins={[{ id: 'pin', x: pin.x, y: pin.y, label: '1' }]}
        onSpot={(spot) => onPin({ documentId: shown.id, ...spot })}
      />
      {slider('x', 'From the left')}
      {slider('y', 'From the top')}
      <div className="flex flex-wrap gap-2">
        {pictures
          .filter((document) => document !== shown)
          .map((document) => (
            <Button key={document.id} variant="quiet" onClick={() => onPin({ documentId: document.id, ...MIDDLE })}>
              Point at the {document.side === 'BACK' ? 'back' : 'front'} instead
            </Button>
          ))}
        <Button variant="quiet" onClick={() => onPin(null)}>
          Remove the pin
        </Button>
      </div>
    </div>
  );
}
