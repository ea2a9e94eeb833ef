import { type Environment, readEnvironment, type Source } from '@gatehouse/environment';

export type WebEnv = Environment<'web'>;

/** Reads what this app needs of its environment, once. @throws EnvironmentError naming everything that is wrong at once. */
export const readEnv = (source: Source): WebEnv => readEnvironment('web', source);

/** Evaluation shows demo accounts, a mailbox and loopback webhooks; production has none of them. */
export const isEvaluation = (env: Pick<WebEnv, 'GATEHOUSE_ENV'>): boolean => env.GATEHOUSE_ENV === 'evaluation';
