import type { CustomerStatus } from '@gatehouse/domain';
import { completeCustomer, createdCustomer, idOf } from './customers.ts';
import { drain } from './drain.ts';
import type { World } from './world.ts';

type Way = (world: World) => Promise<string>;

/** A decision that two people take: an approver, or an admin where the row is theirs, and a colleague. */
export async function together(world: World, input: Parameters<World['engine']['desk']['decide']>[1]): Promise<void> {
  const { proposalId } = await world.engine.desk.decide(world.staff.admin, input);
  // What a proposal sets going has ended before the second person looks.
  await drain(world);
  await world.engine.desk.confirm(world.staff.secondAdmin, idOf('proposal', proposalId));
}

async function verified(world: World, familyName: string): Promise<string> {
  const id = await completeCustomer(world, { profile: { familyName } });
  await drain(world);
  return id;
}

/** How a customer gets into each status through the engine alone. A new status does not compile until it has a way. */
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

/** A new customer in this status. Under review, a person's turn has come. */
export const customerIn = (world: World, status: CustomerStatus): Promise<string> => WAYS[status](world);
