import { hash } from 'node:crypto';
import { schema } from '@gatehouse/db';
import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** Rows that are shown as history. Their immutable columns are hashed into the audit entry about them. */
const COVERED = {
  statusChange: columnsOf(schema.statusChange, []),
  // The end of a proposal has its own entry.
  proposal: columnsOf(schema.proposal, ['status', 'decidedBy', 'decidedAt']),
  note: columnsOf(schema.note, []),
} as const;

function columnsOf(table: PgTable, but: readonly string[]): readonly string[] {
  return Object.keys(getTableColumns(table))
    .filter((column) => !but.includes(column))
    .sort();
}

/**
 * SHA-256 in hex over every covered column of a row by its name. Columns without a value are omitted, so that a new
 * column does not change the digests of old rows. Sealed bytes are included by their hash.
 */
export function digest(table: keyof typeof COVERED, row: Readonly<Record<string, unknown>>): string {
  const values = COVERED[table].flatMap((column) => {
    const value = row[column] ?? null;
    return value === null ? [] : [[column, value instanceof Uint8Array ? sha256(value) : value]];
  });
  return sha256(JSON.stringify(values));
}

const sha256 = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'hex');
