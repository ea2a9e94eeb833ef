import { z } from 'zod';
import {
  type Contract,
  counter,
  expectedVersion,
  freeKey,
  type InputsOf,
  id,
  pageOf,
  paging,
  shownId,
  time,
} from '../contract.ts';
import { problem } from '../messages/of-issue.ts';
import { text, token, words } from '../profile/text.ts';
import { MissingView } from '../program/gate.ts';
import type { KnownPatch, KnownProfile } from '../program/programs.ts';
import { RequirementView } from '../webhook/body.ts';
import { OfferedAction } from './actions.ts';
import { CAPABILITIES, CustomerStatus, customerLifecycle } from './lifecycle.ts';
import { CustomerType } from './types.ts';

const MOST_KEYS = 50;

/** The integrator's own notes: a few short texts. */
const metadata = z.record(freeKey(token(40)), words(500)).refine((value) => Object.keys(value).length <= MOST_KEYS, {
  error: problem('input.mostKeys'),
  params: { maximum: MOST_KEYS },
});

export const email = text
  .max(254)
  .trim()
  .toLowerCase()
  .pipe(z.email(problem('input.email')));

/**
 * Data of a customer, passed on unparsed: the customer's program defines the fields, so the engine parses them. The
 * types name the fields of all programs of this installation.
 */
const fields = z.unknown().check(({ value, issues }) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    issues.push({ code: 'invalid_type', expected: 'object', input: value });
});
export const profileData = fields as unknown as z.ZodType<KnownProfile, KnownProfile>;
export const profileChange = fields as unknown as z.ZodType<KnownPatch, KnownPatch>;

/** A customer as other apps see it. */
export const CustomerView = z.strictObject({
  id: shownId('customer'),
  type: CustomerType,
  program: z.string(),
  externalId: z.string().nullable(),
  email: z.string().nullable(),
  displayName: z.string(),
  customerStatus: CustomerStatus,
  statusChangedAt: time,
  expectedBy: time.nullable(),
  expedited: z.boolean(),
  metadata: z.record(z.string(), z.string()),
  /** Send it as `expectedVersion` to detect concurrent changes. */
  version: counter,
  /** The number of the newest event of this customer. */
  sequence: counter,
  access: z.array(z.enum(CAPABILITIES)),
  /** The state, who acts next, and what follows. */
  summary: z.string(),
  createdAt: time,
  archivedAt: time.nullable(),
});
export type CustomerView = z.output<typeof CustomerView>;

/** Includes the data, what is missing for a submission, and what is asked of the customer. */
export const CustomerDetail = z.strictObject({
  ...CustomerView.shape,
  /** The known fields of its program. */
  profile: z.record(z.string(), z.unknown()) as unknown as z.ZodType<KnownProfile>,
  missing: z.array(MissingView),
  requirements: z.array(RequirementView),
});
export type CustomerDetail = z.output<typeof CustomerDetail>;

const TimelineEntry = z.strictObject({
  at: time,
  event: customerLifecycle.eventSchema,
  from: CustomerStatus,
  to: CustomerStatus,
  reason: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});
export type TimelineEntry = z.output<typeof TimelineEntry>;

/** The actions on a customer that are possible now, and why others are not. */
const AvailableActions = z.strictObject({
  customerStatus: CustomerStatus,
  version: counter,
  actions: z.array(OfferedAction),
});
export type AvailableActions = z.output<typeof AvailableActions>;

const customerId = id('customer');
const ofCustomer = z.strictObject({ customerId });
const changing = z.strictObject({ customerId, expectedVersion });

/** The order of the fields of an input is part of the hash by which a repeated request is recognised, so it must not change. */
export const customerContract = {
  create: {
    input: z.strictObject({
      type: CustomerType,
      /** The name of its program, `standard` by default. */
      program: token(60).exactOptional(),
      externalId: token(200).exactOptional(),
      email: email.exactOptional(),
      profile: profileData.exactOptional(),
      metadata: metadata.exactOptional(),
    }),
    output: CustomerDetail,
  },
  get: { input: ofCustomer, output: CustomerDetail },
  list: {
    input: z.strictObject({
      ...paging,
      status: CustomerStatus.exactOptional(),
      externalId: text.max(200).exactOptional(),
      email: email.exactOptional(),
    }),
    output: pageOf(CustomerView),
  },
  update: {
    input: z.strictObject({
      customerId,
      profile: profileChange.exactOptional(),
      email: email.nullable().exactOptional(),
      declaration: z.literal(true).exactOptional(),
      expectedVersion,
    }),
    output: CustomerDetail,
  },
  submit: { input: changing, output: CustomerDetail },
  archive: { input: changing, output: CustomerView },
  setMetadata: { input: z.strictObject({ customerId, metadata, expectedVersion }), output: CustomerView },
  timeline: { input: ofCustomer, output: z.array(TimelineEntry) },
  availableActions: { input: ofCustomer, output: AvailableActions },
} satisfies Contract;

export type CustomerInputs = InputsOf<typeof customerContract>;

/** May this customer do this now? `enablementStatus` is reserved for end customers, and null. */
const AccessChecked = z.strictObject({
  allowed: z.boolean(),
  /** A sentence, whether allowed or not. */
  reason: z.string(),
  customerStatus: CustomerStatus,
  enablementStatus: z.null(),
});
export type AccessChecked = z.output<typeof AccessChecked>;

export const accessContract = {
  check: { input: z.strictObject({ customerId, capability: z.enum(CAPABILITIES) }), output: AccessChecked },
} satisfies Contract;

export type AccessInputs = InputsOf<typeof accessContract>;
