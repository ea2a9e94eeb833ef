import { Check, TriangleAlert } from 'lucide-react';
import type { Found } from './found-by-checks.ts';

type FindingsProps = {
  readonly findings: readonly Found[];
  /** Also say who found it. */
  readonly named?: boolean;
};

/** What the checks say. What stands out is said in full; what does not is one quiet line. */
export function Findings({ findings, named = false }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5">
      {findings.map(({ check, ok, text }) => (
        <li
          key={`${check} ${text}`}
          className={ok ? 'flex gap-1.5 text-muted text-small' : 'flex gap-1.5 text-on-attention'}
        >
          {ok ? (
            <Check aria-hidden className="mt-0.5 size-3 shrink-0 text-on-success" />
          ) : (
            <TriangleAlert aria-hidden className="mt-0.5 size-icon shrink-0" />
          )}
          <span className={ok ? '' : 'font-semibold'}>
            {named && `${check}: `}
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
