/** One thing that the command line does. `run` ends by returning, or by throwing a `Stop` with a sentence. */
export type Command = {
  readonly summary: string;
  /** How it is called, after its name. */
  readonly usage?: string;
  run(args: string[]): Promise<void>;
};
