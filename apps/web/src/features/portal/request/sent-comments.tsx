import type { PortalItem } from '@gatehouse/engine';
import { LocalTime } from '#ui/local-time.tsx';

/** What the customer has said about an item already, beside what answers it. */
export function SentComments({ comments }: Pick<PortalItem, 'comments'>) {
  return comments.map(({ text, at }) => (
    <div key={at} className="flex flex-col gap-tight border-line border-l-4 pl-4">
      <p className="font-semibold text-muted text-small">
        Your comment, <LocalTime value={at} />
      </p>
      <p className="whitespace-pre-line break-words">{text}</p>
    </div>
  ));
}
