'use client';

import { useEffect, useState } from 'react';
import { UploadProgress } from '#ui/upload-progress.tsx';
import type { Sending, useUpload } from './use-upload.ts';

type OnItsWayProps = {
  readonly sending: Sending;
  readonly upload: ReturnType<typeof useUpload>;
  /** Opens the file chooser. */
  readonly onReplace: () => void;
  /** Another file lies here already, and stays when this one is let go. */
  readonly hasOther: boolean;
};

/** A file that is being sent, or that could not be. Trying again is offered only where it may help. */
export function OnItsWay({ sending, upload, onReplace, hasOther }: OnItsWayProps) {
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
      onReplace={onReplace}
      {...(sending.again ? { onRetry: () => void upload.take(sending.file) } : {})}
      {...(hasOther ? { onKeep: upload.forget } : {})}
    />
  );
}

/** A picture of a file that is still only in this browser. */
function usePreview(file: File): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file.type.startsWith('image/')) return setAddress(undefined);
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
