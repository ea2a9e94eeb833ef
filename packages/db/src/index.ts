export { connect, type Database, within } from './client.ts';
export { type FileStore, fileStore, freeRoom, LEAST_ROOM } from './files.ts';
export { guardBypasses } from './guard-bypasses.ts';
export { createQueue, inTransaction, jobLives } from './queue.ts';
export * as schema from './schema/index.ts';
export { compile, type Head, insert, step, update, type Write } from './statement.ts';
