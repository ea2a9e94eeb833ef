import { fileStore, freeRoom, LEAST_ROOM } from '@gatehouse/db';
import { clamdScanner } from '@gatehouse/providers';
import type { CliEnv } from '../env.ts';
import { bad, type Finding, note, ok } from './finding.ts';

const MB = 1024 * 1024;
/** How long ClamAV may take to answer, in milliseconds. */
const PING_WITHIN = 5_000;

/** Whether a file can be stored and removed, and how much space is free. */
export async function filesCheck({ filesFolder }: Pick<CliEnv, 'filesFolder'>): Promise<Finding> {
  const free = await freeRoom(filesFolder);
  const room = `${Math.floor(free / MB)} MB free`;
  if (free < LEAST_ROOM)
    return bad(`${filesFolder} has ${room}, so uploads are refused.`, `Make room: at least ${LEAST_ROOM / MB} MB.`);
  const store = fileStore(filesFolder);
  const name = `doctor-${process.pid}`;
  await store.put(name, Buffer.from('a file'));
  await store.remove(name);
  return ok(`${filesFolder} can be written, with ${room}.`);
}

/** Whether uploads are scanned for malware, and whether the scanner answers. */
export async function malwareCheck({ clamav }: Pick<CliEnv, 'clamav'>): Promise<Finding> {
  if (clamav === null)
    return note('malware scanning is off.', 'Set GATEHOUSE_CLAMAV to a ClamAV daemon to scan uploads.');
  return clamdScanner(clamav, PING_WITHIN)
    .ping()
    .then(
      () => ok(`${clamav} answers.`),
      (error: Error) =>
        bad(`uploads are refused, because ${clamav} does not answer: ${error.message}`, 'Is it running?'),
    );
}
