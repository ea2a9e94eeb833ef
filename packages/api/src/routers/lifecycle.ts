import {
  ACCESS_TABLE,
  lifecycleContract as contract,
  customerLifecycle,
  describeLifecycle,
  describeReasons,
  describeRequirementCodes,
  enablementLifecycle,
  languageOf,
} from '@gatehouse/domain';
import { answer } from '../answer.ts';
import { anyone, router } from '../trpc.ts';

/** The published lifecycles, for developers of other apps. Nothing here is secret. */
export const lifecycle = router({
  describe: anyone('GET /lifecycles/{lifecycle}', 'Describe a lifecycle')
    .input(contract.describe.input)
    .output(answer(contract.describe.output))
    .query(({ ctx, input }) =>
      input.lifecycle === 'customer'
        ? { ...describeLifecycle(customerLifecycle, languageOf(ctx.language)), access: ACCESS_TABLE }
        : { ...describeLifecycle(enablementLifecycle, languageOf(ctx.language)), access: null },
    ),
  reasonCodes: anyone('GET /reason-codes', 'List the reasons of decisions')
    .output(answer(contract.reasonCodes.output))
    .query(({ ctx }) => describeReasons(languageOf(ctx.language))),
  requirementCodes: anyone('GET /requirement-codes', 'List what can be asked of a customer')
    .output(answer(contract.requirementCodes.output))
    .query(({ ctx }) => describeRequirementCodes(languageOf(ctx.language))),
});
