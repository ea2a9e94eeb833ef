/** A command of the command line. `run` returns when it is done, or throws a `Stop` with a sentence. */
export type Command = {
  readonly summary: string;
  /** The arguments after its name. */
  readonly usage?: string;
  run(args: string[]): Promise<void>;
};
