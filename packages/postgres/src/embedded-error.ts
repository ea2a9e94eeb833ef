/** What went wrong with the embedded Postgres, in a sentence for the person who started it, with what to do next. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
