import { join } from 'node:path';

/** The checkout of this program, and the apps that it starts. */
export const ROOT = join(import.meta.dirname, '../../..');
export const WEB = join(ROOT, 'apps', 'web');
export const WEB_MAIN = join(WEB, 'src', 'server.ts');
export const WORKER_MAIN = join(ROOT, 'apps', 'worker', 'src', 'main.ts');
