import { hash } from 'node:crypto';
import { schema } from '@gatehouse/db';
import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** Rows that are shown as history, and so are hashed into the entry that tells of them, but for what may still change. */
const COVERED = {
  statusChange: columnsOf(schema.statusChange, []),
  // How a proposal ended is told by an entry of its own.
  proposal: columnsOf(schema.proposal, ['status', 'decidedBy', 'decidedAt']),
  note: columnsOf(schema.note, []),
} as const;

function columnsOf(table: PgTable, but: readonly string[]): readonly string[] {
  return Object.keys(getTableColumns(table))
    .filter((column) => !but.includes(column))
    .sort();
}

/**
 * SHA-256 in hex over every covered column of a row by its name. A column without a value is left out, so that one which
 * is added later changes no digest of a row from before it. Sealed bytes take part by their hash.
 */
export function digest(table: keyof typeof COVERED, row: Readonly<Record<string, unknown>>): string {
  const values = COVERED[table].flatMap((column) => {
    const value = row[column] ?? null;
    return value === null ? [] : [[column, value instanceof Uint8Array ? sha256(value) : value]];
  });
  return sha256(JSON.stringify(values));
}

const sha256 = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'hex');
