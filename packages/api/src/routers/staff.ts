import { staffContract as contract, showId } from '@gatehouse/domain';
import { answer } from '../answer.ts';
import { byStaff, router } from '../trpc.ts';

/** The accounts at the desk, as the desk sees them. */
export const staff = router({
  me: byStaff('auditor', 'Read who is signed in')
    .output(answer(contract.me.output))
    .query(({ ctx: { actor } }) => ({ name: actor.name, role: actor.role, id: showId('staff', actor.staffId) })),
  colleagues: byStaff('auditor', 'List who can hold a case')
    .output(answer(contract.colleagues.output))
    .query(({ ctx }) => ctx.engine.desk.colleagues(ctx.actor)),
  list: byStaff('admin', 'List the accounts at the desk')
    .output(answer(contract.list.output))
    .query(({ ctx }) => ctx.engine.staff.list(ctx.actor)),
  history: byStaff('admin', 'Read what happened to accounts')
    .output(answer(contract.history.output))
    .query(({ ctx }) => ctx.engine.staff.history(ctx.actor)),
  rename: byStaff('admin', 'Rename an account')
    .input(contract.rename.input)
    .output(answer(contract.rename.output))
    .mutation(({ ctx, input }) => ctx.engine.staff.rename(ctx.actor, input)),
  setRole: byStaff('admin', 'Give an account another role')
    .input(contract.setRole.input)
    .output(answer(contract.setRole.output))
    .mutation(({ ctx, input }) => ctx.engine.staff.setRole(ctx.actor, input)),
  disable: byStaff('admin', 'Disable an account')
    .input(contract.disable.input)
    .output(answer(contract.disable.output))
    .mutation(({ ctx, input }) => ctx.engine.staff.disable(ctx.actor, input)),
  enable: byStaff('admin', 'Enable an account again')
    .input(contract.enable.input)
    .output(answer(contract.enable.output))
    .mutation(({ ctx, input }) => ctx.engine.staff.enable(ctx.actor, input)),
  resetFactor: byStaff('admin', 'Reset the second factor of an account')
    .input(contract.resetFactor.input)
    .output(answer(contract.resetFactor.output))
    .mutation(({ ctx, input }) => ctx.engine.staff.resetFactor(ctx.actor, input)),
  endSessions: byStaff('admin', 'End the sessions of an account')
    .input(contract.endSessions.input)
    .output(answer(contract.endSessions.output))
    .mutation(({ ctx, input }) => ctx.engine.staff.endSessions(ctx.actor, input)),
});
