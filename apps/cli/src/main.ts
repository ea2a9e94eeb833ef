import type { Command } from './command.ts';
import { auditCommand } from './commands/audit.ts';
import { createAdminCommand, createStaffCommand } from './commands/create-admin.ts';
import { createPartnerCommand } from './commands/create-partner.ts';
import { doctorCommand } from './commands/doctor.ts';
import { migrateCommand } from './commands/migrate.ts';
import { seedCommand } from './commands/seed.ts';
import { startCommand } from './commands/start.ts';
import { errorText } from './error-text.ts';

/** All commands. */
const COMMANDS: Readonly<Record<string, Command>> = {
  start: startCommand,
  migrate: migrateCommand,
  seed: seedCommand,
  'create-admin': createAdminCommand,
  'create-staff': createStaffCommand,
  'create-partner': createPartnerCommand,
  doctor: doctorCommand,
  audit: auditCommand,
};

function help(): string {
  const widest = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).flatMap(([name, { summary, usage }]) => [
    `  ${name.padEnd(widest)}  ${summary}`,
    ...(usage ? [`  ${''.padEnd(widest)}    ${usage}`] : []),
  ]);
  return ['Usage: npm run gatehouse -- <command> [options]', '', ...lines].join('\n');
}

const [name = 'help', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command || args.includes('--help') || args.includes('-h')) {
  const asked = ['help', '--help', '-h'].includes(name) || command !== undefined;
  if (!asked) console.error(`There is no command ${JSON.stringify(name)}.\n`);
  (asked ? console.log : console.error)(help());
  process.exitCode = asked ? 0 : 1;
} else {
  try {
    await command.run(args);
  } catch (error) {
    console.error(errorText(error));
    // An open IPC channel to the parent process would keep this process alive.
    process.exit(1);
  }
}
