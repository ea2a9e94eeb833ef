/** What went wrong with the embedded Postgres and what to do next, as a sentence for the person who started it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
