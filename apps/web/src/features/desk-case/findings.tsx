import { Check, TriangleAlert } from 'lucide-react';
import type { Found } from './found-by-checks.ts';

type FindingsProps = {
  readonly findings: readonly Found[];
  /** Whether to show which check found it. */
  readonly named?: boolean;
};

/** The checks' findings. Problems are shown in full and highlighted. */
export function Findings({ findings, named = false }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5">
      {findings.map((found) => (
        <li key={`${found.check} ${found.text}`}>
          {found.ok ? <Fine found={found} named={named} /> : <StandsOut found={found} named={named} />}
        </li>
      ))}
    </ul>
  );
}

type FindingProps = { readonly found: Found; readonly named: boolean };

function Fine({ found: { check, text }, named }: FindingProps) {
  return (
    <span className="flex items-start gap-1.5 text-muted text-small">
      <Check aria-hidden className="mt-0.5 size-3.5 shrink-0 text-on-success" />
      {named && `${check}: `}
      {text}
    </span>
  );
}

function StandsOut({ found: { check, text }, named }: FindingProps) {
  return (
    <span className="flex items-start gap-1.5 font-semibold text-on-attention">
      <TriangleAlert aria-hidden className="mt-0.5 size-icon shrink-0" />
      {named && `${check}: `}
      {text}
    </span>
  );
}
