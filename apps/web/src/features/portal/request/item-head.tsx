import type { PortalItem } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import { ItemWords } from '#ui/item-words.tsx';
import { LocalTime } from '#ui/local-time.tsx';

/** What to do about an item: in general, in the reviewer's own words, by example, and by when. */
export function ItemHead({ item }: { readonly item: PortalItem }) {
  const t = useTranslations('portal.request');
  const { next, good, bad, reviewerMessage, dueAt } = item;
  const due = dueAt && t.rich('due', { date: () => <DueDate value={dueAt} /> });
  return <ItemWords next={next} due={due} message={reviewerMessage} good={good} bad={bad} wide />;
}

const DueDate = ({ value }: { readonly value: string }) => (
  <strong className="whitespace-nowrap font-semibold">
    <LocalTime value={value} form="date" />
  </strong>
);
