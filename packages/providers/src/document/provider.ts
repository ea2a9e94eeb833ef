import {
  type Answer,
  type DocumentFact,
  documentName,
  ENGLISH,
  type Evidence,
  hasTwoSides,
  identityKinds,
  message,
  type Provider,
  type Question,
  type RequirementAsk,
  say,
} from '@gatehouse/domain';
import { FILE_PROBLEMS, type FileProblem } from './file-problems.ts';
import { type Inspection, inspectFile } from './inspect.ts';
import { missingSides, sideCode } from './sides.ts';

/** Checks the files themselves: type by content, size, whether they open, and whether they are readable. */
export const documentProvider = {
  name: 'document',
  answers: ['document'],
  input: ({ documents }) => documents.map(({ kind, side, hash }) => [kind, side, hash]),
  ask: async (question) => judge(question),
} as const satisfies Provider;

async function judge({ snapshot, program, file, signal }: Question): Promise<Answer> {
  const missing = missingSides(identityKinds(program.view), snapshot.documents);
  const asks = missing.map(({ ask }) => ask);
  const evidence = missing.map(({ evidence: found }) => found);
  // One after another, because each file is opened in memory.
  for (const document of snapshot.documents) {
    signal.throwIfAborted();
    const inspection = await inspectFile(await file(document.id));
    evidence.push(evidenceOf(document, inspection));
    const { problem } = inspection;
    if (problem) asks.push(askFor(document, problem));
  }
  const combined = combine(asks);
  return { kind: 'verdict', verdict: combined.length > 0 ? 'NEEDS_INFORMATION' : 'PASSED', asks: combined, evidence };
}

function evidenceOf({ id }: DocumentFact, inspection: Inspection): Evidence {
  const { problem, pdf, width, height } = inspection;
  return {
    type: 'document',
    documentId: id,
    ok: problem === null,
    text: describe(inspection),
    ...(problem ? { problem } : {}),
    ...(pdf ? { pages: pdf.pages } : {}),
    ...(width && height ? { width, height } : {}),
  };
}

function describe({ problem, pdf, width, height }: Inspection): string {
  if (problem) return say(ENGLISH, FILE_PROBLEMS[problem].says);
  return pdf
    ? `A PDF of ${pdf.pages === 1 ? 'one page' : `${pdf.pages} pages`}, without a lock, scripts or attachments.`
    : `A sharp picture of ${width} by ${height} pixels.`;
}

function askFor({ kind, side }: DocumentFact, problem: FileProblem): RequirementAsk {
  const { code, says: wrong } = FILE_PROBLEMS[problem];
  const says = hasTwoSides(kind)
    ? message('documents.sideProblem', { document: documentName(kind, side), problem: wrong })
    : wrong;
  return { code: code === 'side' ? sideCode(kind, side) : code, target: { documentKind: kind }, says: [says] };
}

/** One item for each action: a blurred front and a blurred back are one item with both messages. */
function combine(asks: readonly RequirementAsk[]): RequirementAsk[] {
  const byThing = Map.groupBy(asks, (ask) => `${ask.code} ${ask.target.documentKind}`);
  return [...byThing.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const says = [first, ...others].flatMap((ask) => ask.says ?? []);
    return [says.length > 0 ? { ...first, says } : first];
  });
}
