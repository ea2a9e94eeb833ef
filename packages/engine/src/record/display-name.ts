import type { IndividualProfile } from '@gatehouse/domain';

/** Invisible characters that turn the direction of what follows them: embeddings, overrides and isolates. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * What a customer is called in lists, headings and sentences; empty while nothing is known. The profile keeps the name as
 * it was given. Here it stands among other words, which a name must not be able to turn around.
 */
export const displayNameOf = ({ givenNames, familyName }: IndividualProfile): string =>
  [givenNames, familyName].filter(Boolean).join(' ').replaceAll(TURNS, '');
