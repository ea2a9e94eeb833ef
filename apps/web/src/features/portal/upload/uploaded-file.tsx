import { CircleCheck, FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Uploaded } from './slot.ts';

type UploadedFileProps = {
  readonly uploaded: Uploaded;
  readonly label: string;
  readonly onReplace: () => void;
};

/** An uploaded file, large enough to judge it, with immediate advice on its quality. */
export function UploadedFile({ uploaded, label, onReplace }: UploadedFileProps) {
  const t = useTranslations('portal.documents');
  const locale = useLocale();
  const { picture, warnings, sameAs } = uploaded;
  return (
    <>
      <div className="overflow-hidden rounded border border-line bg-surface">
        {picture ? (
          <img
            src={picture}
            alt={t('asUploaded', { side: label })}
            className="max-h-80 min-h-24 w-full bg-sunken object-contain"
          />
        ) : (
          <p className="flex items-center gap-2 bg-sunken p-4">
            <FileText aria-hidden className="size-icon shrink-0 text-muted" />
            {t('pdf')}
          </p>
        )}
        <div className="flex flex-wrap items-center justify-between gap-2 border-line border-t p-2 ps-4">
          <p role="status" className="flex items-center gap-2 font-semibold text-on-success">
            <CircleCheck aria-hidden className="size-icon shrink-0" />
            {t('uploaded')}
          </p>
          <Button variant="secondary" onClick={onReplace}>
            {t.rich('replace', {
              side: label.toLocaleLowerCase(locale),
              hidden: (chunks) => <VisuallyHidden>{chunks}</VisuallyHidden>,
            })}
          </Button>
        </div>
      </div>
      {sameAs && (
        <Notice kind="warning" live="status" title={sameAs.message}>
          {sameAs.advice}
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice kind="warning" live="status" title={warnings.join(' ')}>
          {t('mayAskAgain')}
        </Notice>
      )}
    </>
  );
}
