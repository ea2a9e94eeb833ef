import type { StaffHistoryEntry } from '@gatehouse/domain';
import { ROLES, STAFF_EVENTS } from '@gatehouse/domain';
import { Card } from '#ui/card.tsx';
import { Link } from '#ui/link.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';

/** The recent events of accounts, newest first. */
export function StaffHistory({
  entries,
  now,
}: {
  readonly entries: readonly StaffHistoryEntry[];
  readonly now: string;
}) {
  return (
    <Card title="What happened to accounts">
      {entries.length === 0 ? (
        <p className="text-muted">Nothing yet.</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {entries.map(({ id, at, action, who, by, roles, endpoint }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4">
              <span>
                <span className="font-semibold">{who}</span>: {STAFF_EVENTS[action].toLowerCase()}
                {roles && `, from ${ROLES[roles.from].label} to ${ROLES[roles.to].label}`}
                {endpoint && (
                  <>
                    ,{' '}
                    <Link href={`/desk/webhooks/${endpoint}`} quiet prefetch={false}>
                      {endpoint}
                    </Link>
                  </>
                )}
                {by !== who && <span className="text-muted"> by {by ?? 'the command line'}</span>}
              </span>
              <span className="text-muted text-small">
                <RelativeTime value={at} now={now} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
