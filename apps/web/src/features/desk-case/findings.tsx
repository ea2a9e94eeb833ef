import { Check, TriangleAlert } from 'lucide-react';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Found } from './found-by-checks.ts';

type FindingsProps = {
  readonly findings: readonly Found[];
  /** `tick` leaves only a mark where nothing stands out, for a column in which most lines say the same. */
  readonly quiet?: 'words' | 'tick';
  /** Also say who found it. */
  readonly named?: boolean;
};

/** What the checks say. What stands out is said in full, and looks like it. */
export function Findings({ findings, quiet = 'words', named = false }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5">
      {findings.map((found) => (
        <li key={`${found.check} ${found.text}`}>
          {found.ok ? <Fine found={found} quiet={quiet} named={named} /> : <StandsOut found={found} named={named} />}
        </li>
      ))}
    </ul>
  );
}

type FineProps = { readonly found: Found; readonly quiet: 'words' | 'tick'; readonly named: boolean };

function Fine({ found: { check, text }, quiet, named }: FineProps) {
  const words = `${named || quiet === 'tick' ? `${check}: ` : ''}${text}`;
  return (
    <span className="flex items-start gap-1.5 text-muted text-small" title={quiet === 'tick' ? words : undefined}>
      <Check aria-hidden className="mt-0.5 size-3.5 shrink-0 text-on-success" />
      {quiet === 'tick' ? <VisuallyHidden>{words}</VisuallyHidden> : words}
    </span>
  );
}

function StandsOut({ found: { check, text }, named }: { readonly found: Found; readonly named: boolean }) {
  return (
    <span className="flex items-start gap-1.5 font-semibold text-on-attention">
      <TriangleAlert aria-hidden className="mt-0.5 size-icon shrink-0" />
      {named && `${check}: `}
      {text}
    </span>
  );
}
