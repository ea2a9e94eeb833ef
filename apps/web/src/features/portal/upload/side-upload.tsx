'use client';

import { useEffect, useRef, useState } from 'react';
import { FileDrop } from '#ui/file-drop.tsx';
import { OnItsWay } from './on-its-way.tsx';
import type { FileLimits, Slot, Uploaded } from './slot.ts';
import { UploadedFile } from './uploaded-file.tsx';
import { useUpload } from './use-upload.ts';

type SideUploadProps = {
  readonly slot: Slot;
  readonly limits: FileLimits;
  readonly requirementId?: string;
  readonly error?: string | undefined;
  readonly onChange?: (uploaded: Uploaded) => void;
};

/** One side of a document: choose, photograph or drop it, see it arrive, and replace it when it could be better. */
export function SideUpload({ slot, limits, requirementId, error, onChange }: SideUploadProps) {
  const [uploaded, setUploaded] = useState(slot.uploaded);
  const chooser = useRef<HTMLInputElement>(null);
  const upload = useUpload({
    slot,
    limits,
    requirementId,
    held: uploaded?.id,
    onUploaded: (next) => {
      setUploaded(next);
      onChange?.(next);
    },
  });
  const { sending } = upload;
  const step = sending?.state ?? (uploaded ? 'done' : 'choosing');
  const place = useFocusKept(step, slot.name);
  const replace = () => chooser.current?.click();
  if (step === 'choosing')
    return (
      <div ref={place} tabIndex={-1} className="rounded-sm">
        <FileDrop
          name={slot.name}
          label={slot.label}
          hint={limits.words}
          error={error}
          accept={limits.accept}
          onFiles={([file]) => file && void upload.take(file)}
        />
      </div>
    );
  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-tight rounded-sm">
      <p className="font-semibold">{slot.label}</p>
      {sending && <OnItsWay sending={sending} upload={upload} onReplace={replace} hasOther={uploaded !== null} />}
      {!sending && uploaded && <UploadedFile uploaded={uploaded} label={slot.label} onReplace={replace} />}
      {/* It opens the browser's chooser for Replace, so that what lies here stays until another file was chosen. */}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={limits.accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // Emptied, so that choosing the same file once more is a change as well.
          currentTarget.value = '';
          if (file) void upload.take(file);
        }}
      />
    </div>
  );
}

/** What was pressed is gone after each step: the focus stays in this place, so that the keyboard goes on from here. */
function useFocusKept(step: string, picker: string) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const target = step === 'choosing' ? document.getElementById(picker) : place.current;
    target?.focus({ preventScroll: true });
  }, [step, picker]);
  return place;
}
