import type { Pin } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';

type MarkedScanProps = { readonly address: string; readonly pin: Pin; readonly label: string };

/** A scan with the mark that the reviewer has set on it. The mark is red in the dark too, because paper is always light. */
export function MarkedScan({ address, pin, label }: MarkedScanProps) {
  const t = useTranslations('portal');
  return (
    <figure className="flex flex-col gap-tight">
      <div className="relative w-fit overflow-hidden rounded border border-line bg-sunken">
        <img src={address} alt={t('documents.asSent', { side: label })} className="max-h-96" />
        <span
          aria-hidden
          className="scheme-light -translate-x-1/2 -translate-y-1/2 absolute size-11 rounded-full border-4 border-danger ring-2 ring-canvas"
          style={{ left: `${pin.x * 100}%`, top: `${pin.y * 100}%` }}
        />
      </div>
      <figcaption className="text-muted text-small">{t('request.ring')}</figcaption>
    </figure>
  );
}
