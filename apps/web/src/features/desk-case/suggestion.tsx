import type { Case } from '@gatehouse/engine';
import { Notice } from '#ui/notice.tsx';

/** The engine never rejects anyone. Where a check failed it says so, and a person decides. */
export function Suggestion({ suggestion }: { readonly suggestion: Case['suggestion'] }) {
  if (!suggestion) return null;
  return (
    <Notice kind="warning" title="A check failed: Gatehouse suggests to reject">
      {suggestion.because.length > 0 && (
        <ul className="list-disc pl-4">
          {suggestion.because.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <p>Nothing happens by itself. Approving over this takes two people.</p>
    </Notice>
  );
}
