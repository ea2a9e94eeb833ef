import { exportToFile, seal } from '../audit/export.ts';
import { type AuditDatabase, onAuditDatabase, type Say } from '../audit/open.ts';
import { verify } from '../audit/verify.ts';
import type { Command } from '../command.ts';
import { Stop } from '../stop.ts';

/** Each returns the exit code of the process. */
const VERBS: Readonly<Record<string, (database: AuditDatabase, args: string[], say: Say) => Promise<number>>> = {
  verify,
  seal,
  export: exportToFile,
};

export const auditCommand: Command = {
  summary: 'Verify the audit log, seal it, or export its seals to be kept elsewhere',
  usage: 'verify [--customer cus_...] [--against FILE] [--seal HASH]  |  seal  |  export --out FILE [--after NUMBER]',
  async run([name = '', ...args]) {
    const verb = VERBS[name];
    if (!verb) throw new Stop(`Say what to do with the audit log: ${Object.keys(VERBS).join(', ')}.`);
    process.exitCode = await onAuditDatabase((database) => verb(database, args, (line) => console.log(line)));
  },
};
