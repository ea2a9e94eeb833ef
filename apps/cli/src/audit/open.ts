import { connect } from '@gatehouse/db';
import { withData } from '../database.ts';
import { readEnv } from '../env.ts';

/** The database as the application's role sees it: verifying needs no other right. */
export type AuditDatabase = Pick<ReturnType<typeof connect>, 'sql' | 'db'>;

/** Takes a line for the operator. */
export type Say = (line: string) => void;

export const onAuditDatabase = <T>(work: (database: AuditDatabase) => Promise<T>): Promise<T> =>
  withData(readEnv(process.env, ['DATABASE_URL']), async ({ appUrl }) => {
    const { sql, db, close } = connect(appUrl, { max: 4, name: 'gatehouse-audit' });
    try {
      return await work({ sql, db });
    } finally {
      await close();
    }
  });
