'use client';

import type { Case } from '@gatehouse/domain';
import { Download, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { PinnedPicture } from '#ui/pinned-picture.tsx';
import { documentTitle, fileOf, pageMessage, pictureOf } from './document-copy.ts';

type DocumentViewerProps = {
  readonly document: Case['documents'][number];
  readonly pins: readonly { readonly id: string; readonly x: number; readonly y: number; readonly label: string }[];
};

const ZOOM = { least: 1, most: 6, step: 0.5 };

/** Shows one document with zoom, rotation, and the pins of requests about it. */
export function DocumentViewer({ document, pins }: DocumentViewerProps) {
  const [zoom, setZoom] = useState(ZOOM.least);
  const [turns, setTurns] = useState(0);
  const title = documentTitle(document);
  const pages = pageMessage(document);
  const zoomBy = (by: number): void => setZoom((now) => Math.min(ZOOM.most, Math.max(ZOOM.least, now + by)));
  const turn = (): void => setTurns((now) => now + 1);
  if (!document.hasPicture)
    return (
      <div className="flex flex-col items-start gap-2 rounded border border-line bg-sunken p-pad">
        <p>{title} is a PDF from before pages were drawn, so there is no picture of it. Download it to read it.</p>
        <ButtonLink href={fileOf(document)} variant="secondary" prefetch={false} download>
          <Download aria-hidden />
          Download the PDF
        </ButtonLink>
      </div>
    );

  const press = (event: KeyboardEvent): void => {
    const handlers: Record<string, () => void> = {
      '+': () => zoomBy(ZOOM.step),
      '=': () => zoomBy(ZOOM.step),
      '-': () => zoomBy(-ZOOM.step),
      r: turn,
    };
    const handle = handlers[event.key.toLowerCase()];
    if (!handle || event.ctrlKey || event.metaKey || event.altKey) return;
    // R rotates the picture here, so it must not reach the page, where it opens Reject.
    event.preventDefault();
    handle();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are a shorter way to the buttons inside.
    <div className="flex flex-col gap-2" onKeyDown={press}>
      <div className="flex flex-wrap items-center gap-1">
        <Button variant="secondary" aria-label="Zoom out" onClick={() => zoomBy(-ZOOM.step)}>
          <ZoomOut aria-hidden />
        </Button>
        <Button variant="secondary" aria-label="Zoom in" onClick={() => zoomBy(ZOOM.step)}>
          <ZoomIn aria-hidden />
        </Button>
        <Button variant="secondary" aria-label="Turn to the right" onClick={turn}>
          <RotateCw aria-hidden />
        </Button>
        <span role="status" className="px-2 text-muted">
          {Math.round(zoom * 100)} %
        </span>
        <ButtonLink href={fileOf(document)} variant="quiet" prefetch={false} download>
          <Download aria-hidden />
          Download{document.type === 'application/pdf' && ' the PDF'}
        </ButtonLink>
      </div>
      {pages && <p className="text-muted">{pages}</p>}
      <PinnedPicture
        src={pictureOf(document)}
        alt={title}
        width={document.width}
        height={document.height}
        zoom={zoom}
        fit={document.type === 'application/pdf' ? 'width' : 'all'}
        turns={turns}
        pins={pins}
      />
    </div>
  );
}
