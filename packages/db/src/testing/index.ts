export type { TestDatabase } from './clone-database.ts';
export { createTestDatabase } from './create-test-database.ts';
export { type CuttingProxy, cuttingProxy } from './cutting-proxy.ts';
export { databaseAsLeft, type Left } from './database-as-left.ts';
export { shadowTables } from './shadow.ts';
