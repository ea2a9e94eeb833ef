import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap, Stop } from './bootstrap.mjs';
import { run, stopChildrenOnSignals, tail } from './process.mjs';
import { step } from './progress.mjs';
import { STEPS } from './test-steps.mjs';

// `npm test`: everything that must hold, in one go. `npm test -- --only unit,database` runs a part of it.

const SHOWN_LINES = 400;

stopChildrenOnSignals();
const reports = mkdtempSync(join(tmpdir(), 'gatehouse-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
try {
  const steps = chosen(process.argv.slice(2));
  await bootstrap();
  const results = [];
  for (const one of steps) results.push(await step(one.name, () => perform(one), words));
  process.exitCode = summarise(results) ? 0 : 1;
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function chosen(args) {
  const at = args.findIndex((argument) => argument.startsWith('--only'));
  if (at < 0) return STEPS;
  const names = (args[at].split('=')[1] ?? args[at + 1] ?? '').split(',').filter(Boolean);
  const unknown = names.filter((name) => !STEPS.some((one) => one.name === name));
  if (unknown.length > 0 || names.length === 0) {
    throw new Stop(`--only takes some of: ${STEPS.map((one) => one.name).join(', ')}.`);
  }
  return STEPS.filter((one) => names.includes(one.name));
}

async function perform({ name, prepare, count }) {
  const report = join(reports, `${name}.json`);
  try {
    const { program, args, ...where } = await prepare(report, console.log);
    const { ok, output, seconds } = await run(program, args, where);
    return { name, seconds, output, ...verdict(ok, count?.(report)) };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { name, seconds: 0, output: error.message, ...verdict(false, undefined) };
  }
}

/** A runner that ran nothing has shown nothing, and one that ended badly has failed even if no test of its did. */
function verdict(ok, counts) {
  if (!counts) return { ok, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const nothing = counts.passed + counts.failed === 0;
  const failed = Math.max(counts.failed, ok && !nothing ? 0 : 1);
  return { ...counts, failed, ok: failed === 0, ...(nothing ? { note: 'no test ran' } : {}) };
}

function words(result) {
  const note = result.note ? `, ${result.note}` : '';
  return result.ok ? `passed${note}` : `FAILED${note}\n\n${tail(result.output, SHOWN_LINES)}\n\n${result.name}: failed`;
}

function summarise(results) {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const rows = [
    ['step', 'result', 'passed', 'failed', 'skipped', 'seconds'],
    ...results.map((r) => [
      r.name,
      r.note ?? (r.ok ? 'passed' : 'FAILED'),
      r.passed,
      r.failed,
      r.skipped,
      r.seconds.toFixed(1),
    ]),
    ['total', '', total('passed'), total('failed'), total('skipped'), total('seconds').toFixed(1)],
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const line = (row) =>
    row.map((cell, i) => (i < 2 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join('  ');
  console.log(`\n${rows.map(line).join('\n')}\n`);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') === 0;
}
