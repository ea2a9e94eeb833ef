import { chown, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file that only its owner may read. It writes a new file and renames it, so that a killed start never leaves half
 * a file. The owner of the folder owns the file, because root may start an ordinary user's data and must not lock that user
 * out.
 */
export async function writePrivate(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const fresh = `${file}.new`;
  await writeFile(fresh, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  const { uid, gid } = await stat(dirname(file));
  if (process.getuid?.() === 0) await chown(fresh, uid, gid);
  await rename(fresh, file);
}

/** The content of the file, or null if it is missing or not JSON. */
export async function readPrivate(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
