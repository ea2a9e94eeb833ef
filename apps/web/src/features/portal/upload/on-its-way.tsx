'use client';

import { useEffect, useState } from 'react';
import { UploadProgress } from '#ui/upload-progress.tsx';
import type { Sending, useUpload } from './use-upload.ts';

type OnItsWayProps = {
  readonly sending: Sending;
  readonly upload: ReturnType<typeof useUpload>;
  /** Opens the file chooser. */
  readonly onReplace: () => void;
  /** True when there is another file, which stays when this one is discarded. */
  readonly hasOther: boolean;
};

/** A file that is being sent or could not be sent. A retry is offered only if it may help. */
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

/** A preview of a local file. */
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
