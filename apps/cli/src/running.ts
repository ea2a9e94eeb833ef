import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivate, writePrivate } from './private-file.ts';

const Running = z.object({ pid: z.int(), appUrl: z.string(), adminUrl: z.string(), url: z.string(), port: z.int() });

/** A Gatehouse that runs on a data folder. Other commands use its database instead of starting one. */
export type Running = z.infer<typeof Running>;

const fileIn = (dataFolder: string): string => join(dataFolder, 'running.json');

export const noteRunning = (dataFolder: string, running: Running): Promise<void> =>
  writePrivate(fileIn(dataFolder), running);

export const forgetRunning = (dataFolder: string): Promise<void> => rm(fileIn(dataFolder), { force: true });

/** Null if none is running. It ignores the file of a killed one. */
export async function findRunning(dataFolder: string): Promise<Running | null> {
  const read = Running.safeParse(await readPrivate(fileIn(dataFolder)));
  return read.success && isAlive(read.data.pid) ? read.data : null;
}

/** Whether an earlier start on this folder was killed. */
export async function wasKilled(dataFolder: string): Promise<boolean> {
  const read = Running.safeParse(await readPrivate(fileIn(dataFolder)));
  return read.success && !isAlive(read.data.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
