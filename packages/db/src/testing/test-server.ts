/** What a test needs to make a database of its own. Plain data, because it crosses from vitest to its workers. */
export interface TestServer {
  adminUrl: string;
  appUrl: string;
  /** The migrated database that is copied. */
  template: string;
  /** What the names of this run's databases begin with: two runs may share one server. */
  prefix: string;
}

/** A server to make databases on: ours for this run, or somebody's own. */
export interface DatabaseServer {
  adminUrl: string;
  appUrl: string;
  stop(): Promise<void>;
}
