import { type Environment, readEnvironment, type Source } from '@gatehouse/environment';

export type WebEnv = Environment<'web'>;

/** Reads this app's environment. @throws EnvironmentError with all problems at once. */
export const readEnv = (source: Source): WebEnv => readEnvironment('web', source);

/** Whether this is an evaluation, which has demo accounts, a mailbox and loopback webhooks. */
export const isEvaluation = (env: Pick<WebEnv, 'GATEHOUSE_ENV'>): boolean => env.GATEHOUSE_ENV === 'evaluation';
