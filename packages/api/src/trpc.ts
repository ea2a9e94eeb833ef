import { type ErrorCode, holds, isRefusal, message, Refusal, type Scope, type StaffRole } from '@gatehouse/domain';
import { answerFor } from '@gatehouse/engine';
import { initTRPC } from '@trpc/server';
import superjson from 'superjson';
import { ZodError } from 'zod';
import { appOrStaff, type Context, refuseCaller } from './context.ts';
import { readEnvelope, writeEnvelope } from './envelope.ts';
import { asTrpcError, refusalOf, shapeOf } from './errors.ts';
import { about, type Meta, type Rest } from './meta.ts';

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: {
      input: { serialize: superjson.serialize, deserialize: readEnvelope },
      output: { serialize: writeEnvelope, deserialize: superjson.deserialize },
    },
    errorFormatter({ shape, error, ctx }) {
      const { message: words, ...gatehouse } = shapeOf(refusalOf(error), ctx);
      const { stack: _stack, ...data } = shape.data as typeof shape.data & { stack?: string };
      return { ...shape, message: words, data: { ...data, gatehouse } };
    },
  });

export const router = t.router;
export const createCaller = t.createCallerFactory;

/**
 * A refusal of the engine becomes an answer with its own status. A fault claims only what is known of the outcome: a
 * query changed nothing, while a mutation may have committed before it failed.
 */
const refusals = t.middleware(async ({ next, type, getRawInput }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause, code } = result.error;
  if (code === 'BAD_REQUEST' && cause instanceof ZodError)
    throw asTrpcError(Refusal.ofInput(cause.issues, await getRawInput()));
  if (isRefusal(cause)) throw asTrpcError(cause);
  if (code === 'INTERNAL_SERVER_ERROR')
    throw asTrpcError(answerFor(cause ?? result.error, type === 'query' ? 'UNCHANGED' : 'UNKNOWN'));
  return result;
});

const procedure = t.procedure.use(refusals);

/** Anyone, signed in or not. */
export const anyone = (rest: Rest | null, summary: string) => procedure.meta(about('anyone', summary, { rest }));

const NEEDS_KEY = message('refusals.access.needsKey');
const NEEDS_CUSTOMER = message('refusals.access.needsCustomer');

/** Another app, with a key of its tenant. @param errors its error codes besides those of every procedure. */
export const byApp = (scope: Scope, rest: Rest, summary: string, errors: readonly ErrorCode[] = []) =>
  procedure.meta(about('app', summary, { scope, rest, errors })).use(async ({ ctx, next }) => {
    const actor =
      (await ctx.identities.app()) ?? (await refuseCaller(ctx.identities, { staff: NEEDS_KEY, customer: NEEDS_KEY }));
    return next({ ctx: { ...ctx, actor } });
  });

/** A customer, in a session of the portal. */
export const byCustomer = (summary: string) =>
  procedure.meta(about('customer', summary)).use(async ({ ctx, next }) => {
    const actor =
      (await ctx.identities.customer()) ??
      (await refuseCaller(
        ctx.identities,
        { app: NEEDS_CUSTOMER, staff: NEEDS_CUSTOMER },
        message('refusals.access.sessionEnded'),
      ));
    return next({ ctx: { ...ctx, actor } });
  });

/**
 * A member of staff with at least this role. A customer's session in the same browser is ignored at the desk: if the
 * staff session has ended, the answer is to sign in.
 */
export const byStaff = (role: StaffRole, summary: string) =>
  procedure.meta(about(role, summary)).use(async ({ ctx, next }) => {
    const actor =
      (await ctx.identities.staff()) ??
      (await refuseCaller(ctx.identities, { app: message('refusals.access.needsStaff') }));
    if (!holds(actor.role, role))
      throw new Refusal('NOT_PERMITTED', { says: message('refusals.access.needsRole', { role }) });
    return next({ ctx: { ...ctx, actor } });
  });

/** An app or staff, for shared reads. */
export const byAppOrStaff = (scope: Scope, rest: Rest, summary: string) =>
  procedure
    .meta(about('appOrStaff', summary, { scope, rest }))
    .use(async ({ ctx, next }) => next({ ctx: { ...ctx, actor: await appOrStaff(ctx.identities) } }));
