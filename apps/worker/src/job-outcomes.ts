/** A job as the queue hands it out. The count fences it: a claim that has lapsed settles nothing. */
export type ClaimedJob = { readonly id: string; readonly retryCount: number; readonly data: unknown };

/** What a worker needs of the queue. */
export interface JobClaims {
  fetch(name: string, options: { batchSize: number }): Promise<ClaimedJob[]>;
  complete(name: string, jobs: ClaimedJob[]): Promise<unknown>;
  fail(name: string, jobs: ClaimedJob[]): Promise<unknown>;
  /** Says that the jobs are still being worked, and answers with the ids for which that holds. */
  touch(name: string, jobs: ClaimedJob[]): Promise<{ settled?: readonly string[] | undefined }>;
}

export type OutcomeReports = {
  complete(job: ClaimedJob): void;
  /** Fails it, so that it is tried again, here or elsewhere. */
  giveBack(job: ClaimedJob): void;
  /** Resolves when everything has been said. */
  end(): Promise<void>;
};

/**
 * Tells the queue what became of jobs, one statement at a time: what ends while it travels goes with the next one. When
 * it cannot be told, nothing is lost: the job comes again and finds its row already done.
 */
export function reportOutcomes(queue: JobClaims, name: string, onError: (error: unknown) => void): OutcomeReports {
  const ended: Record<'complete' | 'fail', ClaimedJob[]> = { complete: [], fail: [] };
  let telling: Promise<void> | null = null;

  const tell = async (): Promise<void> => {
    while (ended.complete.length + ended.fail.length > 0) {
      for (const verb of ['complete', 'fail'] as const) {
        const jobs = ended[verb].splice(0);
        if (jobs.length > 0) await queue[verb](name, jobs).catch(onError);
      }
    }
    telling = null;
  };
  const add = (verb: 'complete' | 'fail', job: ClaimedJob): void => {
    ended[verb].push(job);
    telling ??= tell();
  };
  return {
    complete: (job) => add('complete', job),
    giveBack: (job) => add('fail', job),
    end: async () => {
      await telling;
    },
  };
}
