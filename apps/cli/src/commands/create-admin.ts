import { parseArgs } from 'node:util';
import { password as askPassword, isCancel } from '@clack/prompts';
import { StaffRole } from '@gatehouse/domain';
import postgres from 'postgres';
import { z } from 'zod';
import type { Command } from '../command.ts';
import { withData } from '../database.ts';
import { readEnv } from '../env.ts';
import { readOptions } from '../read-options.ts';
import { putStaff, removeSecondFactor, SHORTEST_PASSWORD } from '../staff.ts';
import { Stop } from '../stop.ts';

const Options = z.object({
  email: z.email(),
  name: z.string().trim().min(1).max(120),
  password: z.string().optional(),
  'reset-second-factor': z.boolean().default(false),
});

const TEXT = { type: 'string' } as const;
const FLAGS = { email: TEXT, name: TEXT, password: TEXT, 'reset-second-factor': { type: 'boolean' } } as const;

const PASSWORD_FROM = '(the password is asked for, or read from GATEHOUSE_ADMIN_PASSWORD)';

export const createAdminCommand: Command = {
  summary: 'Make an admin account at the desk, or give an existing one a new password',
  usage: `--email ana@example.com --name "Ana" [--reset-second-factor] ${PASSWORD_FROM}`,
  run: (args) => putAccount(readOptions(Options, parseArgs({ args, options: FLAGS, strict: true }).values), 'admin'),
};

export const createStaffCommand: Command = {
  summary: 'Make an account of another role at the desk; admins change it at /desk/staff',
  usage: `--email rita@example.com --name "Rita" --role reviewer ${PASSWORD_FROM}`,
  async run(args) {
    const options = { ...FLAGS, role: { type: 'string' } } as const;
    const { role, ...given } = readOptions(
      Options.extend({ role: StaffRole }),
      parseArgs({ args, options, strict: true }).values,
    );
    await putAccount(given, role);
  },
};

async function putAccount(given: z.infer<typeof Options>, role: StaffRole): Promise<void> {
  const env = readEnv(process.env, ['DATABASE_URL']);
  const secret = given.password ?? env.adminPassword ?? (await prompt());
  if (secret.length < SHORTEST_PASSWORD) throw new Stop(`The password needs at least ${SHORTEST_PASSWORD} characters.`);
  await withData(env, async ({ appUrl }) => {
    const sql = postgres(appUrl, { max: 1, onnotice: () => {} });
    try {
      const id = await putStaff(sql, { email: given.email, name: given.name, role, password: secret });
      if (given['reset-second-factor']) await removeSecondFactor(sql, id);
    } finally {
      await sql.end({ timeout: 5 });
    }
  });
  console.log(`${given.email} can sign in at /desk.`);
  if (env.production)
    console.log(
      'The first sign-in asks for a second factor: have an authenticator app at hand, and scan what is shown.',
    );
}

/** Asks for the password at the terminal, without echo. @throws Stop if there is no terminal. */
async function prompt(): Promise<string> {
  if (!process.stdin.isTTY)
    throw new Stop('Set GATEHOUSE_ADMIN_PASSWORD, or run this in a terminal to be asked for the password.');
  const typed = await askPassword({ message: `Password (at least ${SHORTEST_PASSWORD} characters)` });
  if (isCancel(typed)) throw new Stop('Nothing was changed.');
  return typed;
}
