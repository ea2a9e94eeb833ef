'use client';

import { type MouseEvent, useEffect, useRef, useState } from 'react';

/** A place on a picture: fractions of its width and height, from the top left. */
type Spot = { readonly x: number; readonly y: number };

type PinnedPictureProps = {
  readonly src: string;
  readonly alt: string;
  /** The picture's size in pixels. An unknown size is assumed to be a card's until the picture is loaded. */
  readonly width: number | null;
  readonly height: number | null;
  /** 1 shows the whole picture, or its full width, as `fit` says. */
  readonly zoom?: number;
  /** Fits the whole picture into the frame, or only its width, for pages to read. */
  readonly fit?: 'all' | 'width';
  /** Quarter turns to the right. */
  readonly turns?: number;
  readonly pins?: readonly (Spot & { readonly id: string; readonly label: string })[];
  /** Called with the pressed place. The caller must offer an alternative for the keyboard. */
  readonly onSpot?: (spot: Spot) => void;
  /** The maximum height, as any CSS length. */
  readonly tall?: string;
};

const CARD = { width: 1586, height: 1000 };

/** A scan in a scrolling frame. Its pins stay upright and in place when it is turned. */
export function PinnedPicture({
  src,
  alt,
  width,
  height,
  zoom = 1,
  fit = 'all',
  turns = 0,
  pins = [],
  onSpot,
  tall = '30rem',
}: PinnedPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<{ width: number; height: number } | null>(null);
  const [natural, setNatural] = useState(width && height ? { width, height } : CARD);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const lying = turns % 2 !== 0;
  const size = lying ? { width: natural.height, height: natural.width } : natural;
  const byHeight = room && fit === 'all' ? room.height / size.height : Number.POSITIVE_INFINITY;
  const scale = room ? Math.min(room.width / size.width, byHeight) * zoom : 0;
  const press = (event: MouseEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onSpot?.({ x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that something is filled in here.
    <div
      ref={frame}
      role="group"
      aria-label={alt}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="grid w-full overflow-auto rounded border border-line bg-sunken"
      // The frame keeps its shape while the picture is turned, so that the buttons above do not move.
      style={{ aspectRatio: `${natural.width} / ${natural.height}`, maxHeight: `min(${tall}, 70dvh)` }}
    >
      <div
        className="relative m-auto"
        style={{ width: size.width * scale, height: size.height * scale, visibility: room ? 'visible' : 'hidden' }}
      >
        <div
          className="absolute top-1/2 left-1/2"
          style={{
            width: natural.width * scale,
            height: natural.height * scale,
            transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
          }}
        >
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: pressing a place is for the pointer; see onSpot. */}
          <img
            src={src}
            alt={alt}
            draggable={false}
            onClick={onSpot ? press : undefined}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setNatural({ width: naturalWidth, height: naturalHeight })
            }
            className={`size-full max-w-none ${onSpot ? 'cursor-crosshair' : ''}`}
          />
          {pins.map((pin) => (
            <span
              key={pin.id}
              title={pin.label}
              className="pointer-events-none absolute grid size-6 place-items-center rounded-full border-2 border-surface bg-danger font-semibold text-on-danger text-small"
              style={{
                left: `${pin.x * 100}%`,
                top: `${pin.y * 100}%`,
                transform: `translate(-50%, -50%) rotate(${-turns * 90}deg)`,
              }}
            >
              {pin.label}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

const within = (value: number): number => Math.min(1, Math.max(0, value));
