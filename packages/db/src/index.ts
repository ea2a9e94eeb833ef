export { connect, type Database, within } from './client.ts';
export { type FileStore, fileStore, freeRoom, LEAST_ROOM } from './files.ts';
export { openings } from './openings.ts';
export { createQueue, inTransaction, jobLives } from './queue.ts';
export * as schema from './schema/index.ts';
export { compile, type Head, insert, update, type Write } from './statement.ts';
