import { TypeID, typeid } from 'typeid-js';

/** The largest value of a record's version and sequence, which are stored as 32-bit integers. */
export const MAX_COUNTER = 2 ** 31 - 1;

/** The prefix of each public id. Internally an id is a plain uuid (version 7); the prefix exists only at the edge. */
export const ID_PREFIXES = {
  partner: 'ptr',
  tenant: 'ten',
  apiKey: 'key',
  customer: 'cus',
  document: 'doc',
  requirement: 'req',
  run: 'run',
  check: 'chk',
  event: 'evt',
  endpoint: 'whe',
  delivery: 'dlv',
  attempt: 'att',
  proposal: 'prp',
  portalLink: 'plk',
  note: 'nte',
  staff: 'stf',
  statusChange: 'sch',
  auditEntry: 'aud',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

/** A new uuid v7: it sorts by time, so that primary keys stay dense. */
export const newId = (): string => typeid().toUUID();

/** The public form of an id, for example `cus_01h455vb4pex5vsknk084sn02q`. */
export const showId = (kind: IdKind, id: string): string => TypeID.fromUUID(ID_PREFIXES[kind], id).toString();

/** The uuid behind a public id, or null when it is not one of that kind; a foreign id then looks like an unknown one. */
export function readId(kind: IdKind, shown: string): string | null {
  try {
    return TypeID.fromString(shown, ID_PREFIXES[kind]).toUUID();
  } catch {
    return null;
  }
}
