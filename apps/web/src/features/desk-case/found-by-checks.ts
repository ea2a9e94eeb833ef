import type { CaseCheck, CaseRun } from '@gatehouse/domain';

/** What one check found about one thing. */
export type Found = { readonly check: string; readonly ok: boolean; readonly text: string };

type About = CaseCheck['findings'][number]['about'];

/** What the newest run found about a field, or about a document, by the name of either. */
export function foundAbout(runs: readonly CaseRun[], about: (finding: About) => boolean): Found[] {
  const checks = runs[0]?.checks ?? [];
  return checks.flatMap((check) =>
    check.findings.filter((finding) => about(finding.about)).map(({ ok, text }) => ({ check: check.label, ok, text })),
  );
}
