import type { Catalogue } from '@gatehouse/domain';

declare module 'next-intl' {
  /** Keys and arguments of every sentence are checked against the English catalogue. */
  interface AppConfig {
    Messages: Pick<Catalogue, 'documentKinds' | 'photoQuality' | 'portal' | 'ui'>;
  }
}
