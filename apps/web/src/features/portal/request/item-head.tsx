import type { PortalItem } from '@gatehouse/engine';
import { CircleCheck, CircleX, MessageSquareText } from 'lucide-react';
import { LocalTime } from '#ui/local-time.tsx';

/** What to do about an item: in general, in the reviewer's own words, by example, and by when. */
export function ItemHead({ item }: { readonly item: PortalItem }) {
  return (
    <>
      <p>
        {item.next}
        {item.dueAt && (
          <>
            {' '}
            Please answer by{' '}
            <strong className="whitespace-nowrap font-semibold">
              <LocalTime value={item.dueAt} form="date" />
            </strong>
            .
          </>
        )}
      </p>
      {item.reviewerMessage && (
        <blockquote className="flex items-start gap-3 rounded bg-sunken p-4">
          <MessageSquareText aria-hidden className="mt-[0.25em] size-icon shrink-0 text-primary" />
          <div>
            <p className="font-semibold">Our note to you</p>
            <p className="whitespace-pre-line">{item.reviewerMessage}</p>
          </div>
        </blockquote>
      )}
      <ul aria-label="Examples" className="grid gap-2 text-small sm:grid-cols-2 sm:gap-4">
        <li className="flex items-start gap-2">
          <CircleCheck aria-hidden className="mt-[0.15em] size-icon shrink-0 text-on-success" />
          <span>
            <span className="font-semibold">Good: </span>
            {item.good}
          </span>
        </li>
        <li className="flex items-start gap-2">
          <CircleX aria-hidden className="mt-[0.15em] size-icon shrink-0 text-danger" />
          <span>
            <span className="font-semibold">Does not help: </span>
            {item.bad}
          </span>
        </li>
      </ul>
    </>
  );
}
