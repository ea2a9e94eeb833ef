import { Notice } from '#ui/notice.tsx';
import { UploadProgress } from '#ui/upload-progress.tsx';
import type { Uploaded } from './slot.ts';

type UploadedFileProps = {
  readonly uploaded: Uploaded;
  readonly label: string;
  readonly onReplace: () => void;
};

/** A file that has arrived, large enough to judge it, with what could be better said at once and not days later. */
export function UploadedFile({ uploaded, label, onReplace }: UploadedFileProps) {
  const { picture, warnings } = uploaded;
  return (
    <>
      <UploadProgress
        name={picture ? 'Your photo' : 'Your PDF'}
        state="done"
        preview={picture ?? undefined}
        onReplace={onReplace}
      />
      {warnings.length > 0 && (
        <Notice kind="warning" live="status" title={warnings.join(' ')}>
          You can replace it now. If you keep it, we may have to ask you for a better one later.
        </Notice>
      )}
      {picture && (
        <img
          src={picture}
          alt={`${label}, as you uploaded it`}
          className="max-h-80 w-full rounded border border-line bg-sunken object-contain"
        />
      )}
    </>
  );
}
