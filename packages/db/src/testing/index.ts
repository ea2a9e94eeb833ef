export type { TestDatabase } from './clone-database.ts';
export { createTestDatabase } from './create-test-database.ts';
export { type CuttingProxy, cuttingProxy } from './cutting-proxy.ts';
export { type DatabaseDump, restoreDatabase } from './restore-database.ts';
export { shadowTables } from './shadow.ts';
