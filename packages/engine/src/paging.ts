import { Refusal } from '@gatehouse/domain';

/** A page of a list and the cursor of the next one, or null at the end. */
export type Page<T> = { readonly items: T[]; readonly nextCursor: string | null };

/** What a cursor holds: where the page before ended. Opaque to callers, and checked when it comes back. */
export const writeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** @throws INVALID_INPUT for a cursor that this list did not write. */
export function readCursor(cursor: string | undefined, forms: readonly RegExp[]): string[] | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === forms.length &&
      values.every((value, index) => forms[index]?.test(String(value)))
    )
      return values.map(String);
  } catch {
    // Falls through to the refusal: a cursor that cannot be read is as wrong as one that was changed.
  }
  throw new Refusal('INVALID_INPUT', 'This cursor is not one of this list.', {
    issues: [{ path: 'cursor', message: 'Start again without a cursor.' }],
  });
}

export const TIME_FORM = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
export const ID_FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const NUMBER_FORM = /^\d{1,20}$/;

/** Cuts a list that was read with one row more than asked. */
export function page<Row, T>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => T,
  cursorOf: (row: Row) => readonly (string | number)[],
): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(view), nextCursor: rows.length > limit && last ? writeCursor(cursorOf(last)) : null };
}
