import type { Mode } from '@gatehouse/domain';
import { ask, begin, decide, expedite, invite, later, note, type Step, submit, take, upload } from './steps.ts';

export type Scenario = {
  /** The id in the partner's own system. */
  readonly externalId: string;
  readonly mode: Mode;
  readonly givenNames: string;
  /** In TEST, it decides what the sandbox vendor answers. */
  readonly familyName: string;
  /** How long ago it begins. */
  readonly hoursAgo: number;
  readonly steps: readonly Step[];
};

const DAY = 24;
const scenario = (
  mode: Mode,
  externalId: string,
  [givenNames, familyName]: readonly [string, string],
  hoursAgo: number,
  ...steps: Step[]
): Scenario => ({ mode, externalId: `demo-${externalId}`, givenNames, familyName, hoursAgo, steps });

/** The customer of the printed portal link. */
export const NEWCOMER = 'demo-newcomer';

const CLOSED = { event: 'deactivate', reasonCode: 'INACTIVITY', note: 'Unused for a year.', temporary: true } as const;
const BACK = { event: 'reactivate', reasonCode: 'ACTIVITY_RESUMED', note: 'Asked for it by telephone.' } as const;
const UNREADABLE = {
  event: 'reject',
  reasonCode: 'DOCUMENTS_UNVERIFIABLE',
  note: 'Three documents, none of them readable.',
  message: 'We could not read any of the documents you sent.',
} as const;

/** The demo data in chronological order: a customer in every status, and something to do for each role. */
export const SCENARIOS: readonly Scenario[] = [
  scenario('TEST', 'active-1', ['Specimen Alma', 'Active'], 20 * DAY, submit),
  scenario('TEST', 'closed', ['Specimen Clara', 'Closed'], 19 * DAY, submit, later(6 * DAY), decide('admin', CLOSED)),
  scenario(
    'TEST',
    'gone',
    ['Specimen Gustav', 'Gone'],
    18 * DAY,
    submit,
    later(9 * DAY),
    decide('admin', {
      event: 'deactivate',
      reasonCode: 'CUSTOMER_REQUEST',
      note: 'Asked to close the account.',
      temporary: false,
    }),
  ),
  scenario(
    'TEST',
    'rejected',
    ['Specimen Rolf', 'Flagged'],
    12 * DAY,
    submit,
    later(20),
    decide('approver', UNREADABLE),
  ),
  scenario(
    'TEST',
    'reopened',
    ['Specimen Olga', 'Flagged'],
    11 * DAY,
    submit,
    later(30),
    decide('approver', { ...UNREADABLE, note: 'Passport not readable.' }),
    later(3 * DAY),
    decide(
      'approver',
      {
        event: 'reopen',
        reasonCode: 'DECIDED_IN_ERROR',
        note: 'The scan was readable after all, but cropped.',
        items: [ask('DOCUMENT_CROPPED', 'PASSPORT')],
      },
      'admin',
    ),
  ),
  scenario(
    'LIVE',
    'live-active',
    ['Specimen Lena', 'Live'],
    9 * DAY,
    submit,
    later(26),
    decide('approver', { event: 'approve' }),
  ),
  scenario('TEST', 'asked', ['Specimen Igor', 'Inquire'], 8 * DAY, submit),
  scenario('TEST', 'active-2', ['Specimen Bruno', 'Active'], 6 * DAY, submit),
  scenario(
    'TEST',
    'overdue',
    ['Specimen Odile', 'Flagged'],
    6 * DAY,
    submit,
    later(5),
    take('reviewer'),
    note('reviewer', 'Asked the vendor for details; no answer yet.'),
  ),
  scenario(
    'TEST',
    'coming-back',
    ['Specimen Cosmo', 'Returning'],
    5 * DAY,
    submit,
    later(2 * DAY),
    decide('admin', { ...CLOSED, reasonCode: 'COMPLIANCE_HOLD', note: 'A question from the bank.' }),
    later(2 * DAY),
    decide('admin', { ...BACK, reasonCode: 'HOLD_CLEARED', note: 'Answered.' }),
  ),
  scenario('LIVE', 'live-waiting', ['Specimen Livia', 'Live'], 2 * DAY, submit),
  scenario(
    'TEST',
    'half-answered',
    ['Specimen Ines', 'Inquire'],
    2 * DAY,
    submit,
    later(20),
    upload('PASSPORT'),
    invite,
  ),
  scenario('TEST', 'failed', ['Specimen Felix', 'Failing'], 28, submit),
  scenario(
    'TEST',
    'proposed',
    ['Specimen Paula', 'Flagged'],
    20,
    submit,
    later(4),
    decide('reviewer', { event: 'approve', note: 'A namesake; birth date and address differ.' }),
  ),
  scenario('TEST', 'halfway', ['Specimen Henri', 'Halfway'], 9, invite, begin),
  scenario('TEST', 'flagged', ['Specimen Freya', 'Flagged'], 5, submit),
  scenario('TEST', 'urgent', ['Specimen Ugo', 'Flagged'], 3, submit, expedite('reviewer')),
  scenario('LIVE', 'live-newcomer', ['Specimen Loris', 'Live'], 2),
  scenario('TEST', 'newcomer', ['Specimen Nora', 'Newcomer'], 1, invite),
];

/** Runs last and in the present, so that its events are delivered to the demo endpoints. */
export const FINALE: Scenario = scenario('TEST', 'active-3', ['Specimen Carla', 'Active'], 0, submit);
