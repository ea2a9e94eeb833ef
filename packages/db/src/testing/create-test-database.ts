import { inject } from 'vitest';
import { cloneDatabase, type TestDatabase } from './clone-database.ts';
import type { TestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** A new migrated database for one test file. Call it in `beforeAll`, and `drop()` in `afterAll`. */
export function createTestDatabase(): Promise<TestDatabase> {
  return cloneDatabase(inject('testServer'));
}
