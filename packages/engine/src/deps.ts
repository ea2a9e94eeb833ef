import type { Database, FileStore } from '@gatehouse/db';
import {
  type FileInspector,
  type MalwareScanner,
  type Program,
  type Providers,
  type RealTime,
  realTime,
} from '@gatehouse/domain';
import type { Sql } from 'postgres';
import type { Vault } from './vault.ts';

/** The real clock. */
export const realClock = (): RealTime => realTime(new Date());

/**
 * Everything that the engine needs from outside. Clock, providers and network are arguments, so tests pass their own
 * real ones.
 */
export type Deps = {
  readonly sql: Sql;
  readonly db: Database;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly inspector: FileInspector;
  /** Null when no malware scanner is configured. */
  readonly scanner: MalwareScanner | null;
  readonly providers: Providers;
  /** Every program that a customer may have. */
  readonly programs: readonly Program[];
  /** The real clock. A tenant's own clock is this plus its offset. */
  readonly now: () => RealTime;
  readonly random: () => number;
  /** Announces after a commit that a customer changed. Many calls become one NOTIFY. */
  readonly announce: (change: { tenantId: string; customerId: string }) => void;
  /** True when loopback webhook addresses and demo conveniences are allowed. */
  readonly evaluation: boolean;
  /** The base URL of this installation, without a trailing slash. */
  readonly publicUrl: string;
};
