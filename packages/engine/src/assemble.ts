import { connect, fileStore } from '@gatehouse/db';
import { type FileInspector, type MalwareScanner, PROGRAMS, type Program, type RealTime } from '@gatehouse/domain';
import type { Deps } from './deps.ts';
import { realClock } from './deps.ts';
import { createEngine, type Engine } from './engine.ts';
import { createAnnouncer } from './notify/announce.ts';
import { createVault } from './vault.ts';

export type Parts = {
  /** The application's role: it can neither alter tables nor rewrite history. */
  readonly databaseUrl: string;
  /** How many connections to keep. Default 10. */
  readonly connections?: number;
  /** The name of these connections in the database. */
  readonly name: string;
  /** The key-encryption keys by id; the first one wraps. */
  readonly keys: ReadonlyMap<string, Uint8Array>;
  /** The folder of the sealed files. */
  readonly filesFolder: string;
  readonly providers: Deps['providers'];
  readonly inspector: FileInspector;
  /** Null or omitted: files are not scanned for malware. */
  readonly scanner?: MalwareScanner | null;
  /** The programs of this installation. Default: those of the domain. */
  readonly programs?: readonly Program[];
  readonly evaluation: boolean;
  readonly publicUrl: string;
  readonly onError: (error: unknown) => void;
  /** Another clock and another source of randomness, for tests. */
  readonly now?: () => RealTime;
  readonly random?: () => number;
};

export type Assembled = { readonly engine: Engine; readonly deps: Deps; close(): Promise<void> };

/** Assembles an engine from its parts. Each app and each test does this once. */
export function assemble(parts: Parts): Assembled {
  const { sql, db, close } = connect(parts.databaseUrl, { max: parts.connections ?? 10, name: parts.name });
  const deps: Deps = {
    sql,
    db,
    vault: createVault(parts.keys),
    files: fileStore(parts.filesFolder),
    inspector: parts.inspector,
    scanner: parts.scanner ?? null,
    providers: parts.providers,
    programs: parts.programs ?? PROGRAMS,
    now: parts.now ?? realClock,
    random: parts.random ?? Math.random,
    announce: createAnnouncer(sql, parts.onError),
    evaluation: parts.evaluation,
    publicUrl: parts.publicUrl.replace(/\/+$/, ''),
  };
  return { engine: createEngine(deps), deps, close };
}

/**
 * Parses key-encryption keys: `id:base64` pairs separated by commas, the current one first.
 * @throws when a pair has another form.
 */
export function readKeys(text: string): Map<string, Uint8Array> {
  const pairs = text.split(',').map((pair) => /^\s*([\w-]+):([A-Za-z0-9+/]{43}=)\s*$/.exec(pair));
  if (pairs.some((pair) => pair === null))
    throw new Error('Keys must look like id:base64, with 32 bytes each, separated by commas.');
  return new Map(pairs.map((pair) => [pair?.[1] ?? '', Buffer.from(pair?.[2] ?? '', 'base64')]));
}
