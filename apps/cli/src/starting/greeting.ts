import { ROLES } from '@gatehouse/domain';
import type { DemoFile } from '../demo/demo-file.ts';

type Place = { readonly url: string; readonly dataFolder: string; readonly demoFile: string };

/** The last output of an evaluation's start: the addresses, the sign-ins, and what to try first. */
export function greeting(demo: DemoFile | null, { url, dataFolder, demoFile }: Place): string {
  const lines = [
    '',
    `Gatehouse is ready: ${url}`,
    '',
    `  Desk      ${url}/desk`,
    `  Mailbox   ${url}/mailbox`,
    `  Docs      ${url}/docs`,
  ];
  if (!demo) return [...lines, '', `Data and logs: ${dataFolder}. Ctrl-C stops everything.`].join('\n');
  const widest = Math.max(...demo.staff.map(({ email }) => email.length));
  return [
    ...lines,
    `  Portal    ${demo.portalLink}`,
    '            (a new customer’s own link; it works once, and each start prints a new one)',
    '',
    'Sign in at the desk:',
    ...demo.staff.map(
      ({ email, password, role }) => `  ${email.padEnd(widest)}   ${password}   ${ROLES[role].label.toLowerCase()}`,
    ),
    '',
    'Try first: open the portal link, complete the profile with any photo, and watch it become verified. Then sign in as',
    'the approver and decide what waits in the queue.',
    '',
    `API keys for scripts: ${demoFile}. Logs: ${dataFolder}/logs. Ctrl-C stops everything.`,
  ].join('\n');
}
