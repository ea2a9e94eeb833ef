import { readFile } from 'node:fs/promises';
import { StaffRole } from '@gatehouse/domain';
import { z } from 'zod';
import { isEvaluation } from '#server/env.ts';
import { runtime } from '#server/runtime.ts';

const DemoFile = z.object({
  staff: z.array(z.object({ email: z.string(), password: z.string(), role: StaffRole })),
});
export type DemoStaff = z.infer<typeof DemoFile>['staff'];

/** The accounts of the demo data. Production has none, even if there is a file. An unreadable file counts as none. */
export async function demoAccounts(): Promise<DemoStaff> {
  const { env } = await runtime();
  if (!isEvaluation(env) || !env.GATEHOUSE_DEMO) return [];
  try {
    return DemoFile.parse(JSON.parse(await readFile(env.GATEHOUSE_DEMO, 'utf8'))).staff;
  } catch {
    return [];
  }
}
