import { ANSWER_WITHIN, type ApiOptions } from '@gatehouse/api';
import { assemble, type Deps, type Engine, listenToChanges, readKeys } from '@gatehouse/engine';
import { automaticProviders, clamdScanner, fileInspector } from '@gatehouse/providers';
import type { Logger } from 'pino';
import { isEvaluation, readEnv, type WebEnv } from './env.ts';
import { createLog } from './log.ts';
import { createPages, type Pages } from './pages.ts';
import { createStaffAuth, type StaffAuth } from './staff-auth.ts';

/** Everything that this process shares between the server and the pages that Next bundles. */
export type Runtime = {
  readonly env: WebEnv;
  readonly log: Logger;
  readonly engine: Engine;
  readonly deps: Deps;
  readonly auth: StaffAuth;
  readonly api: ApiOptions;
  readonly pages: Pages;
  drain(): void;
  close(): Promise<void>;
};

/** Next bundles pages with their own copy of this module. The global symbol shares one runtime. */
const SLOT = Symbol.for('gatehouse.web.runtime');
const holder = globalThis as { [SLOT]?: Promise<Runtime> };

/** Returns the runtime of this process, created on first use. */
export function runtime(): Promise<Runtime> {
  holder[SLOT] ??= start();
  return holder[SLOT];
}

async function start(): Promise<Runtime> {
  const env = readEnv(process.env);
  const log = createLog(env.LOG_LEVEL);
  const { engine, deps, close } = assemble({
    databaseUrl: env.DATABASE_URL,
    name: 'gatehouse-web',
    keys: readKeys(env.GATEHOUSE_KEYS),
    filesFolder: env.GATEHOUSE_FILES,
    providers: automaticProviders(),
    inspector: fileInspector,
    scanner: env.GATEHOUSE_CLAMAV ? clamdScanner(env.GATEHOUSE_CLAMAV) : null,
    evaluation: isEvaluation(env),
    publicUrl: env.GATEHOUSE_URL,
    onError: (error) => log.error({ err: error }, 'background work failed'),
  });
  const changes = await listenToChanges(deps);
  const auth = createStaffAuth({
    deps,
    engine,
    secret: env.GATEHOUSE_AUTH_SECRET,
    publicUrl: env.GATEHOUSE_URL,
    requireSecondFactor: !isEvaluation(env),
    onError: (error) => log.error({ err: error }, 'signing in failed'),
  });
  const pages = createPages(async () => deps.sql`select 1`, ANSWER_WITHIN);
  let draining = false;
  return {
    env,
    log,
    engine,
    deps,
    auth,
    pages,
    api: {
      engine,
      changes,
      staff: auth.actor,
      publicHost: new URL(env.GATEHOUSE_URL).host,
      trustedProxies: env.GATEHOUSE_TRUSTED_PROXIES,
      draining: () => draining,
      answerWithin: ANSWER_WITHIN,
      onFault: (error, requestId, path) => log.error({ err: error, requestId, path }, 'request failed'),
    },
    drain: () => {
      draining = true;
    },
    close: async () => {
      await changes.close().catch(() => {});
      await close();
    },
  };
}
