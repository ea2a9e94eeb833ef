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

/** One side of a document: chooses, photographs or drops a file, shows its upload, and lets it be replaced. */
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
          hint={limits.description}
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
      {/* Replace opens the file picker, so that the current file stays until another one is chosen. */}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={limits.accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The input is emptied, so that choosing the same file again also fires a change.
          currentTarget.value = '';
          if (file) void upload.take(file);
        }}
      />
    </div>
  );
}

/** The pressed button disappears after each step, so the focus is moved here for the keyboard. */
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
