import {
  ACCESS_TABLE,
  customerLifecycle,
  describeLifecycle,
  enablementLifecycle,
  REASON_CODES,
  REQUIREMENT_CODES,
} from '@gatehouse/domain';
import { z } from 'zod';
import { anyone, router } from '../trpc.ts';

/** The published lifecycles, for whoever builds against them. Nothing here is secret. */
export const lifecycle = router({
  describe: anyone('GET /lifecycles/{lifecycle}', 'Describe a lifecycle')
    .input(
      z
        .strictObject({ lifecycle: z.enum(['customer', 'enablement']).default('customer') })
        .default({ lifecycle: 'customer' }),
    )
    .query(({ input }) =>
      input.lifecycle === 'customer'
        ? { ...describeLifecycle(customerLifecycle), access: ACCESS_TABLE }
        : { ...describeLifecycle(enablementLifecycle), access: null },
    ),
  reasonCodes: anyone('GET /reason-codes', 'List the reasons of decisions').query(() => REASON_CODES),
  requirementCodes: anyone('GET /requirement-codes', 'List what can be asked of a customer').query(
    () => REQUIREMENT_CODES,
  ),
});
