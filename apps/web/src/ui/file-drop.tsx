'use client';

import { Camera, FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { buttonStyle } from './button-style.ts';
import { cx } from './cx.ts';
import { type FieldCopy, FieldNotes, fieldAria, OptionalMark } from './field.tsx';

type FileDropProps = FieldCopy & {
  readonly name: string;
  /** The accepted types, as in the `accept` attribute. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** Another way to send the file, such as with a phone. */
  readonly children?: ReactNode;
};

/**
 * Chooses a file, takes a photo on devices with a camera, or accepts a dropped file. Both buttons are plain file
 * inputs.
 */
export function FileDrop({
  name,
  label,
  hint,
  error,
  optional,
  accept,
  multiple = false,
  onFiles,
  children,
}: FileDropProps) {
  const t = useTranslations('ui.file');
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files && files.length > 0) onFiles(multiple ? [...files] : [...files].slice(0, 1));
  };
  const place = useRef<HTMLDivElement>(null);
  const atFirst = useRef(take);
  useEffect(() => {
    // On a slow phone a file may be chosen before hydration; the browser keeps it in the input.
    for (const input of place.current?.querySelectorAll('input') ?? []) atFirst.current(input.files);
  }, []);
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  const picker = { type: 'file', ...fieldAria(name, { hint, error }), className: 'peer sr-only' } as const;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-tight font-semibold">
        {label}
        {optional && <OptionalMark />}
      </legend>
      <div className="flex flex-col gap-tight">
        <FieldNotes id={name} hint={hint} error={error} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the inputs inside do the same. */}
        <div
          ref={place}
          onDragOver={(event) => drag(event, true)}
          onDragLeave={(event) => drag(event, false)}
          onDrop={(event) => {
            drag(event, false);
            take(event.dataTransfer.files);
          }}
          className={cx(
            'flex flex-wrap items-center gap-3 rounded border border-dashed p-pad transition-colors',
            over ? 'border-primary bg-primary-soft' : error ? 'border-danger' : 'border-line-strong',
          )}
        >
          <label className="relative">
            <input
              {...picker}
              id={name}
              name={name}
              accept={accept}
              multiple={multiple}
              onChange={(event) => take(event.currentTarget.files)}
            />
            <span className={cx(buttonStyle('secondary'), PICKER_FOCUS)}>
              <FileUp aria-hidden />
              {t(multiple ? 'chooseSeveral' : 'choose')}
            </span>
          </label>
          <label className="relative hidden pointer-coarse:inline">
            <input
              {...picker}
              accept="image/*"
              capture="environment"
              onChange={(event) => take(event.currentTarget.files)}
            />
            <span className={cx(buttonStyle('secondary'), PICKER_FOCUS)}>
              <Camera aria-hidden />
              {t('photo')}
            </span>
          </label>
          <span className="text-muted pointer-coarse:hidden">{t(multiple ? 'dropSeveral' : 'drop')}</span>
          {children}
        </div>
      </div>
    </fieldset>
  );
}

const PICKER_FOCUS =
  'peer-focus-visible:outline-2 peer-focus-visible:outline-focus peer-focus-visible:outline-offset-2';
