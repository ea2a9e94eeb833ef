import { setTimeout as pause } from 'node:timers/promises';
import { createQueue } from '@gatehouse/db';
import { JOBS, type JobName } from '@gatehouse/domain';
import { assemble, createPoster, errorFacts, keepLogClean, listenToChanges, readKeys, WORK } from '@gatehouse/engine';
import { EnvironmentError } from '@gatehouse/environment';
import { automaticProviders, fileInspector } from '@gatehouse/providers';
import { type Logger, pino } from 'pino';
import { type Env, readEnv } from './env.ts';
import { type JobWorker, startJobWorker } from './job-worker.ts';
import { mailboxMailer, smtpMailer } from './mailer.ts';
import { startRelayLoop } from './relay-loop.ts';
import { startSchedule } from './schedule.ts';

// The worker process: the relay turns waiting rows into jobs, job workers run them, and the schedule runs periodic tasks.

/** How long running jobs may take to end, and then everything else, in milliseconds. */
const DRAIN = 25_000;
const CLOSE = 2_000;

async function start(env: Env): Promise<void> {
  const log = createLogger(env.logLevel);
  const failed = (what: string) => (error: unknown) => log.error({ err: error }, `${what} failed`);
  const { engine, deps, close } = assemble({
    databaseUrl: env.databaseUrl,
    name: 'gatehouse-worker',
    keys: readKeys(env.keys),
    filesFolder: env.filesFolder,
    providers: automaticProviders(),
    inspector: fileInspector,
    evaluation: env.evaluation,
    publicUrl: env.publicUrl,
    onError: failed('announcing'),
  });
  const queue = createQueue(env.databaseUrl, failed('the queue'), { work: true });
  const poster = createPoster({ allowLoopback: env.evaluation });
  const mailer = env.smtp ? smtpMailer(env.smtp.url, env.smtp.from) : mailboxMailer;
  await queue.start();

  const tools = { poster, mailer, wakeRelay: () => relay.wake() };
  const workers: JobWorker[] = (Object.keys(WORK) as JobName[]).map((name) =>
    startJobWorker({
      queue,
      name,
      concurrency: WORK[name].concurrency,
      work: (data, signal) => engine.work.runJob(tools, name, data, signal),
      onError: (err, job) =>
        log.error({ err, job: name, ...(job ? { jobId: job.id, ...idsOf(name, job.data) } : {}) }, 'a job failed'),
    }),
  );
  const relay = startRelayLoop({
    pass: () => engine.work.relayOnce(queue),
    onWork: () => {
      for (const worker of workers) worker.wake();
    },
    onError: failed('the relay'),
  });
  const changes = await listenToChanges(deps);
  changes.subscribe(relay.wake);
  const schedule = startSchedule(engine.work, log, (err, task) => log.error({ err, task }, 'a scheduled task failed'));

  onStopRequest(async (why) => {
    log.info({ why }, 'stopping');
    const loops = Promise.all([relay.stop(), schedule.stop()]);
    const drained = await Promise.all(workers.map((worker) => worker.drain(DRAIN)));
    const closed = loops.then(() => Promise.all([queue.stop({ graceful: false }), poster.close(), changes.close()]));
    // A database that is down must not delay the exit. Nothing is lost if its connections are not closed.
    await Promise.race([closed.then(close).catch(failed('closing')), pause(CLOSE)]);
    log.info({ givenBack: drained.reduce((sum, each) => sum + each.givenBack, 0) }, 'stopped');
    process.exit(0);
  });
  log.info('ready');
  process.send?.('ready');
}

/**
 * Calls `stop` once, at the first request to stop: a signal, or the end of the parent process, which closes the IPC
 * channel. A second signal ends the process at once.
 */
function onStopRequest(stop: (why: string) => void): void {
  let requested = false;
  const request = (why: string): void => {
    if (requested) process.exit(1);
    requested = true;
    stop(why);
  };
  process.on('SIGTERM', () => request('SIGTERM'));
  process.on('SIGINT', () => request('SIGINT'));
  if (process.connected)
    process.on('disconnect', () => {
      if (!requested) request('disconnect');
    });
}

/** Logs JSON lines to standard output. It logs only ids of records, and errors through `errorFacts`. */
const createLogger = (level: string): Logger =>
  pino({ name: 'worker', level, base: { pid: process.pid }, serializers: { err: errorFacts } });

/** The ids of a payload, for a log line. A payload holds nothing else. */
const idsOf = (name: JobName, data: unknown): Record<string, unknown> => JOBS[name].safeParse(data).data ?? {};

const log = createLogger('info');
keepLogClean(log);
try {
  await start(readEnv(process.env));
} catch (error) {
  const known = error instanceof EnvironmentError;
  log.fatal(known ? { problems: error.problems } : { err: error }, 'the worker cannot start');
  process.exit(1);
}
