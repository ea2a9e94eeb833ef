/** What a test needs to create a database. It is plain data, because vitest passes it to its workers. */
export interface TestServer {
  adminUrl: string;
  appUrl: string;
  /** The migrated database that is copied. */
  template: string;
  /** The prefix of this run's databases, because two runs may share one server. */
  prefix: string;
}

/** A server for test databases: a throwaway one, or an existing one. */
export interface DatabaseServer {
  adminUrl: string;
  appUrl: string;
  stop(): Promise<void>;
}
