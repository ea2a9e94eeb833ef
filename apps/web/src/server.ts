import { keepLogClean } from '@gatehouse/engine';
import { EnvironmentError } from '@gatehouse/environment';
import next from 'next';
import { createLog } from './server/log.ts';
import { runtime } from './server/runtime.ts';
import { serve } from './server/serve.ts';

const production = process.env.NODE_ENV === 'production';

/** The web process: answers `/api` itself and hands every page to Next. */
async function main(): Promise<void> {
  const held = await runtime();
  const { env } = held;
  const app = next({
    dev: !production,
    dir: new URL('..', import.meta.url).pathname,
    hostname: env.HOST,
    port: env.PORT,
  });
  await app.prepare();
  serve(held, app.getRequestHandler());
}

const log = createLog('info');
// In development the errors of pages are printed unchanged.
if (production) keepLogClean(log);
try {
  await main();
} catch (error) {
  const known = error instanceof EnvironmentError;
  log.fatal(known ? { problems: error.problems } : { err: error }, 'the web app cannot start');
  process.exit(1);
}
