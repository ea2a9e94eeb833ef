import type { PortalItem } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import { LocalTime } from '#ui/local-time.tsx';

/** The comments that the customer has sent on an item. */
export function SentComments({ comments }: Pick<PortalItem, 'comments'>) {
  const t = useTranslations('portal.request.comment');
  return comments.map(({ text, at }) => (
    <div key={at} className="flex flex-col gap-tight border-line border-s-4 ps-4">
      <p className="font-semibold text-muted text-small">{t.rich('sent', { time: () => <LocalTime value={at} /> })}</p>
      <p className="whitespace-pre-line break-words">{text}</p>
    </div>
  ));
}
