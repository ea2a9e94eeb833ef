import type { CaseCheck, CaseRun } from '@gatehouse/domain';

/** A check's finding about a field or a document. */
export type Found = { readonly check: string; readonly ok: boolean; readonly text: string };

type About = CaseCheck['findings'][number]['about'];

/** The newest run's findings by field, or by document. */
export function foundAbout(runs: readonly CaseRun[], about: (finding: About) => boolean): Found[] {
  const checks = runs[0]?.checks ?? [];
  return checks.flatMap((check) =>
    check.findings.filter((finding) => about(finding.about)).map(({ ok, text }) => ({ check: check.label, ok, text })),
  );
}
