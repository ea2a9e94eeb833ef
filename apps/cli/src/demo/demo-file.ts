import { join } from 'node:path';
import { StaffRole } from '@gatehouse/domain';
import { z } from 'zod';
import { readPrivate, writePrivate } from '../private-file.ts';

const DemoFile = z.object({
  url: z.string(),
  /** The application's role. */
  databaseUrl: z.string(),
  staff: z.array(z.object({ email: z.string(), password: z.string(), role: StaffRole, name: z.string() })),
  apiKeys: z.object({ test: z.string(), live: z.string() }),
  /** The secret of the demo endpoint. */
  webhookSecret: z.string(),
  /** Opens the portal of a customer in CREATED. It works once, and each start creates a new one. */
  portalLink: z.string(),
});

/** The content of `demo.json` in the data folder: what a script needs to use an evaluation. */
export type DemoFile = z.infer<typeof DemoFile>;

export const demoFileIn = (dataFolder: string): string => join(dataFolder, 'demo.json');

export async function readDemoFile(dataFolder: string): Promise<DemoFile | null> {
  const read = DemoFile.safeParse(await readPrivate(demoFileIn(dataFolder)));
  return read.success ? read.data : null;
}

export const writeDemoFile = (dataFolder: string, demo: DemoFile): Promise<void> =>
  writePrivate(demoFileIn(dataFolder), demo);
