import { createHash } from 'node:crypto';
import type { drizzleAdapter } from 'better-auth/adapters/drizzle';

type MakeAdapter = ReturnType<typeof drizzleAdapter>;
type Adapter = ReturnType<MakeAdapter>;
type Where = Parameters<Adapter['delete']>[0]['where'];
type Asked = { model: string; where?: Where | undefined };

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const isToken = (model: string, field: string): boolean => model === 'session' && field === 'token';

/**
 * Stores session tokens as hashes. The sign-in library would store them in plain text, and readers of the table could
 * then take over sessions. Tokens are hashed on the way to the table, and a query by token gets that token back, so the
 * library notices nothing. A session found in another way shows no usable token.
 */
export function withHashedTokens(make: MakeAdapter): MakeAdapter {
  return (options) => hashed(make(options));
}

function hashed(inner: Adapter): Adapter {
  const asked = <A extends Asked>(query: A): A => (query.where ? { ...query, where: hashedWhere(query) } : query);
  const shown = <R>(query: Asked, row: R): R => withToken(row, namedToken(query));
  return {
    ...inner,
    create: async (query) => {
      const { model, data } = query as { model: string; data: Record<string, unknown> };
      if (model !== 'session' || typeof data.token !== 'string') return inner.create(query);
      const created = await inner.create({
        ...query,
        data: { ...data, token: hashOf(data.token) } as never,
      });
      return withToken(created, data.token) as never;
    },
    findOne: async (query) => shown(query, await inner.findOne(asked(query))) as never,
    findMany: (query) => inner.findMany(asked(query)),
    count: (query) => inner.count(asked(query)),
    update: async (query) => shown(query, await inner.update(asked(query))) as never,
    updateMany: (query) => inner.updateMany(asked(query)),
    delete: (query) => inner.delete(asked(query)),
    deleteMany: (query) => inner.deleteMany(asked(query)),
    consumeOne: (query) => inner.consumeOne(asked(query)),
    incrementOne: (query) => inner.incrementOne(asked(query)),
    // Operations in a transaction are wrapped too.
    transaction: (run) => inner.transaction((trx) => run(hashed({ ...inner, ...trx } as Adapter))),
  };
}

const hashedWhere = ({ model, where = [] }: Asked): Where =>
  where.map((each) => {
    if (!isToken(model, each.field)) return each;
    const { value } = each;
    return {
      ...each,
      value: Array.isArray(value) ? value.map((token) => hashOf(String(token))) : hashOf(String(value)),
    };
  });

/** The token in a query, or null. */
function namedToken({ model, where = [] }: Asked): string | null {
  const named = where.find((each) => isToken(model, each.field))?.value;
  return typeof named === 'string' ? named : null;
}

const withToken = <R>(row: R, token: string | null): R =>
  row && token !== null && typeof row === 'object' ? { ...row, token } : row;
