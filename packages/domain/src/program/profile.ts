/** A customer's data: any subset of the fields of its program, each valid. */
export type Profile = Readonly<Record<string, unknown>>;
/** A patch: named fields replace values, null empties a field, and all others stay. */
export type Patch = Readonly<Record<string, unknown>>;

/** Applies a validated change to a profile. */
export function applyPatch(profile: Profile, patch: Patch): Profile {
  const next: Record<string, unknown> = { ...profile };
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete next[field];
    else if (value !== undefined) next[field] = value;
  }
  return next;
}

/** The given fields in which two profiles differ. */
export const changedFields = (fields: readonly string[], before: Profile, after: Profile): string[] =>
  fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
