import { z } from 'zod';
import { type Contract, counter, expectedVersion, freeKey, type InputsOf, id, time } from '../contract.ts';
import { CustomerDetail, email, profileChange } from '../customer/contract.ts';
import { CustomerStatus } from '../customer/lifecycle.ts';
import { CreatedDocument, DocumentView, ofDocument } from '../document/contract.ts';
import { DocumentKind, DocumentSide } from '../document/kinds.ts';
import { problem } from '../messages/of-issue.ts';
import { prose, text } from '../profile/text.ts';
import { programView } from '../program/view.ts';
import { CommentView, PinView } from '../requirement/contract.ts';
import { RequirementView } from '../webhook/body.ts';

const MOST_FIELDS = 100;

/** The content of a draft: anything typed on one page, within bounds. */
const draft = z
  .record(freeKey(text.max(60)), z.union([text.max(5000), z.boolean(), z.null(), z.array(text.max(100)).max(20)]))
  .refine((values) => Object.keys(values).length <= MOST_FIELDS, {
    error: problem('input.mostFields'),
    params: { maximum: MOST_FIELDS },
  });
const subject = freeKey(text.regex(/^[\w:-]{1,80}$/));

/** The unfinished input of one page. */
const PortalDraft = z.strictObject({
  values: z.record(z.string(), z.unknown()),
  basedOnVersion: counter,
  /** The fields that someone else changed since typing began: the page then shows both values. */
  changedSince: z.array(z.string()),
  updatedAt: time,
});
export type PortalDraft = z.output<typeof PortalDraft>;

/** One card of a request: what is asked, why, and an example of a good answer. */
const PortalItem = RequirementView.extend({
  next: z.string(),
  good: z.string(),
  bad: z.string(),
  reviewerMessage: z.string().nullable(),
  pin: PinView.nullable(),
  answer: z.string().nullable(),
  comments: z.array(CommentView).readonly(),
});
export type PortalItem = z.output<typeof PortalItem>;

/** Everything that a page of the portal shows, in one answer. */
const PortalSession = z.strictObject({
  partner: z.strictObject({
    name: z.string(),
    supportEmail: z.string(),
    returnUrl: z.string().nullable(),
    logo: z.string().nullable(),
  }),
  customer: CustomerDetail,
  /** How far the clock of these times is ahead of real time, in milliseconds. */
  clockOffset: z.number(),
  /** The questions for this customer, with their texts. */
  program: programView,
  heading: z.string(),
  /** The usual duration of the current review. */
  duration: z.string(),
  documents: z.array(DocumentView),
  items: z.array(PortalItem),
  drafts: z.record(z.string(), PortalDraft),
  /** Never its code, which may reveal more than the customer may know. */
  reason: z
    .strictObject({ message: z.string(), ownWords: z.string().nullable(), temporary: z.boolean().nullable() })
    .nullable(),
  checks: z.array(z.strictObject({ label: z.string(), done: z.boolean() })),
  history: z.array(z.strictObject({ at: time, status: CustomerStatus })),
  verifiedAt: time.nullable(),
  /** The fields that the checks verified. The rest of the profile is the customer's own statement. */
  verified: z.array(z.string()),
});
export type PortalSession = z.output<typeof PortalSession>;

/** The result of a submission or an answer: the numbers of missing fields and open items. */
const Sent = z.strictObject({ customerStatus: CustomerStatus, missing: z.int(), open: z.int() });
export type Sent = z.output<typeof Sent>;

export const portalContract = {
  session: { output: PortalSession },
  save: { input: z.strictObject({ subject, values: draft }), output: z.strictObject({ savedAt: time }) },
  continue: {
    input: z.strictObject({ subject, profile: profileChange, expectedVersion }),
    output: z.strictObject({ version: counter }),
  },
  beginUpload: {
    input: z.strictObject({
      kind: DocumentKind,
      side: DocumentSide,
      requirementId: id('requirement').exactOptional(),
    }),
    output: CreatedDocument,
  },
  completeUpload: { input: ofDocument, output: CustomerDetail },
  removeDocument: { input: ofDocument, output: CustomerDetail },
  submit: { input: z.strictObject({ expectedVersion }), output: Sent },
  answer: {
    input: z.strictObject({
      documents: z.array(id('document')).max(20).default([]),
      answers: z
        .array(z.strictObject({ requirementId: id('requirement'), text: prose(2000) }))
        .max(50)
        .default([]),
      profile: profileChange.exactOptional(),
      expectedVersion,
    }),
    output: Sent,
  },
  handOver: { output: z.strictObject({ url: z.string(), expiresAt: time, picture: z.string() }) },
  requestLink: { input: z.strictObject({ email }), output: z.strictObject({ sent: z.literal(true) }) },
} satisfies Contract;

export type PortalInputs = InputsOf<typeof portalContract>;
