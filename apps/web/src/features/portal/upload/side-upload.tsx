'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { FileDrop } from '#ui/file-drop.tsx';
import { UploadProgress } from '#ui/upload-progress.tsx';
import type { FileLimits, Slot, Uploaded } from './slot.ts';
import { UploadedFile } from './uploaded-file.tsx';
import { type Sending, useUpload } from './use-upload.ts';

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
  const [choosing, setChoosing] = useState(slot.uploaded === null);
  const upload = useUpload({
    slot,
    limits,
    requirementId,
    held: uploaded?.id,
    onUploaded: (next) => {
      setUploaded(next);
      setChoosing(false);
      onChange?.(next);
    },
  });
  const step = upload.sending?.state ?? (choosing ? 'choosing' : 'done');
  const place = useFocusKept(step, slot.name);
  const { sending } = upload;
  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-tight rounded-sm">
      {step !== 'choosing' && <p className="font-semibold">{slot.label}</p>}
      {sending && <OnItsWay sending={sending} upload={upload} />}
      {!sending && !choosing && uploaded && (
        <UploadedFile uploaded={uploaded} label={slot.label} onReplace={() => setChoosing(true)} />
      )}
      {!sending && choosing && (
        <FileDrop
          name={slot.name}
          label={slot.label}
          hint={limits.words}
          error={error}
          accept={limits.accept}
          onFiles={([file]) => file && void upload.take(file)}
        >
          {uploaded && (
            <Button variant="quiet" onClick={() => setChoosing(false)}>
              Keep the one you have
            </Button>
          )}
        </FileDrop>
      )}
    </div>
  );
}

function OnItsWay({ sending, upload }: { readonly sending: Sending; readonly upload: ReturnType<typeof useUpload> }) {
  const preview = usePreview(sending.file);
  const { name } = sending.file;
  if (sending.state === 'uploading')
    return (
      <UploadProgress
        name={name}
        preview={preview}
        state="uploading"
        percent={sending.percent}
        onCancel={upload.cancel}
      />
    );
  return (
    <UploadProgress
      name={name}
      preview={preview}
      state="failed"
      problem={sending.problem}
      onRetry={() => void upload.take(sending.file)}
      onReplace={upload.forget}
    />
  );
}

/** A picture of a file that is still only in this browser. */
function usePreview(file: File): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file.type.startsWith('image/')) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
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
