import type { CustomerStatus } from '@gatehouse/domain';
import { completeCustomer, createdCustomer, idOf } from './customers.ts';
import { drain } from './drain.ts';
import type { World } from './world.ts';

type Way = (world: World) => Promise<string>;

/** Takes a decision by two people: an approver, or an admin where the decision needs one, and a colleague. */
export async function together(world: World, input: Parameters<World['engine']['desk']['decide']>[1]): Promise<void> {
  const { proposalId } = await world.engine.desk.decide(world.staff.admin, input);
  // Work that the proposal starts ends before the second person decides.
  await drain(world);
  await world.engine.desk.confirm(world.staff.secondAdmin, idOf('proposal', proposalId));
}

async function verified(world: World, familyName: string): Promise<string> {
  const id = await completeCustomer(world, { profile: { familyName } });
  await drain(world);
  return id;
}

/** How a customer gets into each status through the engine alone. A new status does not compile without a path. */
const WAYS = {
  CREATED: (world) => createdCustomer(world),
  UNDER_REVIEW: (world) => verified(world, 'Flagged'),
  NEEDS_ADDITIONAL_INFORMATION: (world) => verified(world, 'Inquire'),
  ACTIVE: (world) => verified(world, 'Specimen'),
  REJECTED: async (world) => {
    const id = await verified(world, 'Specimen');
    await together(world, { customerId: id, event: 'reject', reasonCode: 'FRAUD', note: 'Found out later.' });
    return id;
  },
  DEACTIVATED: async (world) => {
    const id = await verified(world, 'Specimen');
    const decision = { event: 'deactivate', reasonCode: 'INACTIVITY', note: 'Unused.', temporary: true } as const;
    await world.engine.desk.decide(world.staff.admin, { customerId: id, ...decision });
    return id;
  },
} as const satisfies Record<CustomerStatus, Way>;

/** Creates a customer in this status. In UNDER_REVIEW it waits for a person. */
export const customerIn = (world: World, status: CustomerStatus): Promise<string> => WAYS[status](world);
