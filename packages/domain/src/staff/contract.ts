import { z } from 'zod';
import { type Contract, type InputsOf, id, shownId, time } from '../contract.ts';
import { line } from '../profile/text.ts';
import { STAFF_EVENTS, type StaffEvent } from './events.ts';
import { StaffRole } from './roles.ts';

const Colleague = z.strictObject({ id: shownId('staff'), name: z.string(), role: StaffRole });
export type Colleague = z.output<typeof Colleague>;

const StaffView = Colleague.extend({
  email: z.string(),
  secondFactor: z.boolean(),
  disabledAt: time.nullable(),
  lastSignInAt: time.nullable(),
  /** How many sessions are open now. */
  sessions: z.int(),
});
export type StaffView = z.output<typeof StaffView>;

const StaffHistoryEntry = z.strictObject({
  id: z.uuid(),
  at: time,
  action: z.enum(Object.keys(STAFF_EVENTS) as [StaffEvent, ...StaffEvent[]]),
  /** The current name of the affected account. */
  who: z.string(),
  /** The actor; null for the command line. */
  by: z.string().nullable(),
  roles: z.strictObject({ from: StaffRole, to: StaffRole }).nullable(),
  /** The affected webhook endpoint, or the endpoint of the affected delivery. */
  endpoint: z.string().nullable(),
});
export type StaffHistoryEntry = z.output<typeof StaffHistoryEntry>;

/** The answer of each change of an account. */
const StaffChanged = z.strictObject({ changed: z.boolean() });
export type StaffChanged = z.output<typeof StaffChanged>;

const ofStaff = z.strictObject({ staffId: id('staff') });
const change = { input: ofStaff, output: StaffChanged };

export const staffContract = {
  me: { output: Colleague },
  colleagues: { output: z.array(Colleague) },
  list: { output: z.array(StaffView) },
  history: { output: z.array(StaffHistoryEntry) },
  rename: { input: ofStaff.extend({ name: line(120) }), output: StaffChanged },
  setRole: { input: ofStaff.extend({ role: StaffRole }), output: StaffChanged },
  disable: change,
  enable: change,
  resetFactor: change,
  endSessions: change,
} satisfies Contract;

export type StaffInputs = InputsOf<typeof staffContract>;
