import { z } from 'zod';
import { type Contract, type InputsOf, id, shownId, time } from '../contract.ts';

const CreatedLink = z.strictObject({ id: shownId('portalLink'), url: z.string(), expiresAt: time });
export type CreatedLink = z.output<typeof CreatedLink>;

export const portalLinkContract = {
  create: {
    input: z.strictObject({ customerId: id('customer'), sendTo: z.literal('email').exactOptional() }),
    output: CreatedLink,
  },
  revoke: {
    input: z.strictObject({ portalLinkId: id('portalLink') }),
    output: z.strictObject({ revoked: z.literal(true) }),
  },
} satisfies Contract;

export type PortalLinkInputs = InputsOf<typeof portalLinkContract>;
