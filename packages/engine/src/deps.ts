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

/** The clock of the real world. */
export const realClock = (): RealTime => realTime(new Date());

/** Everything the engine needs from outside. The clock, the providers and the network are arguments, so tests give real ones of their own. */
export type Deps = {
  readonly sql: Sql;
  readonly db: Database;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly inspector: FileInspector;
  /** Null where no malware scanner is set up. */
  readonly scanner: MalwareScanner | null;
  readonly providers: Providers;
  /** Every program that a customer may have. */
  readonly programs: readonly Program[];
  /** The real clock. A tenant's own clock is this plus its offset. */
  readonly now: () => RealTime;
  readonly random: () => number;
  /** Says after a commit that something about this customer changed; many calls become one NOTIFY. */
  readonly announce: (change: { tenantId: string; customerId: string }) => void;
  /** True where loopback webhook addresses and demo conveniences are allowed. */
  readonly evaluation: boolean;
  /** Where people reach this installation, without a slash at the end. */
  readonly publicUrl: string;
};
