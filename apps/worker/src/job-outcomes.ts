/** A job that was fetched from the queue. The retry count fences it: an expired claim can report no outcome. */
export type ClaimedJob = { readonly id: string; readonly retryCount: number; readonly data: unknown };

/** The operations of the queue that a worker needs. */
export interface JobClaims {
  fetch(name: string, options: { batchSize: number }): Promise<ClaimedJob[]>;
  complete(name: string, jobs: ClaimedJob[]): Promise<unknown>;
  fail(name: string, jobs: ClaimedJob[]): Promise<unknown>;
  /** Sends a heartbeat for running jobs. `settled` holds the ids of those that still belong to this worker. */
  touch(name: string, jobs: ClaimedJob[]): Promise<{ settled?: readonly string[] | undefined }>;
}

export type OutcomeReports = {
  complete(job: ClaimedJob): void;
  /** Fails the job, so that it is retried by any worker. */
  giveBack(job: ClaimedJob): void;
  /** Resolves when every outcome is reported. */
  end(): Promise<void>;
};

/**
 * Reports the outcomes of jobs to the queue, one statement at a time. Jobs that end meanwhile go with the next statement.
 * Nothing is lost if a report fails: the job is retried and finds its row already done.
 */
export function reportOutcomes(queue: JobClaims, name: string, onError: (error: unknown) => void): OutcomeReports {
  const ended: Record<'complete' | 'fail', ClaimedJob[]> = { complete: [], fail: [] };
  let reporting: Promise<void> | null = null;

  const report = async (): Promise<void> => {
    while (ended.complete.length + ended.fail.length > 0) {
      for (const verb of ['complete', 'fail'] as const) {
        const jobs = ended[verb].splice(0);
        if (jobs.length > 0) await queue[verb](name, jobs).catch(onError);
      }
    }
    reporting = null;
  };
  const add = (verb: 'complete' | 'fail', job: ClaimedJob): void => {
    ended[verb].push(job);
    reporting ??= report();
  };
  return {
    complete: (job) => add('complete', job),
    giveBack: (job) => add('fail', job),
    end: async () => {
      await reporting;
    },
  };
}
