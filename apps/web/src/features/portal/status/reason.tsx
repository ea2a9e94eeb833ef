import type { PortalSession } from '@gatehouse/domain';

/** The reason that may be shown: the reviewer's message, or else the general sentence. */
export function Reason({ reason }: { readonly reason: PortalSession['reason'] }) {
  if (!reason) return null;
  return (
    <div className="flex flex-col gap-2">
      <p>{reason.message}</p>
      {reason.ownWords && <p className="whitespace-pre-line">{reason.ownWords}</p>}
    </div>
  );
}
