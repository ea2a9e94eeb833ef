import {
  type DocumentKind,
  type KnownPatch,
  type ReasonCode,
  type RequirementAsk,
  type RequirementCode,
  readId,
} from '@gatehouse/domain';
import { specimenDocument } from '@gatehouse/providers';
import type { App, DemoContext } from './context.ts';
import type { DemoStaffName } from './people.ts';
import { runPendingChecks } from './run-checks.ts';

/** One step of a scenario. */
export type Step = (context: DemoContext, subject: Subject) => Promise<void>;
/** The customer of a scenario. */
type Subject = {
  readonly app: App;
  readonly customerId: string;
  readonly givenNames: string;
  readonly familyName: string;
};

const BIRTH_DATE = '1990-05-17';

/** Every required field besides the name, with obviously invented values. */
const ANSWERS = {
  birthDate: BIRTH_DATE,
  phone: '+442079460958',
  address: { line1: '1 Example Street', city: 'Sampletown', postalCode: 'SP1 1AA', country: 'GB' },
  nationality: 'GB',
  employment: 'EMPLOYED',
  sourceOfFunds: 'SALARY',
  accountPurpose: 'EVERYDAY',
  expectedVolume: 'UP_TO_10K',
} as const satisfies KnownPatch;

/** Moves the clock forward. */
export const later =
  (hours: number): Step =>
  async ({ clock }) =>
    clock.later(hours);

/** The partner's app sends the customer a link by email, which the mailbox page shows. */
export const invite: Step = async ({ engine }, { app, customerId }) => {
  await engine.portalLinks.create(app, { customerId, sendTo: 'email' });
};

/** The customer gives some answers and does not submit yet. */
export const begin: Step = async ({ engine }, { app, customerId }) => {
  const { birthDate, phone } = ANSWERS;
  await engine.customers.update(app, { customerId, profile: { birthDate, phone } });
};

/** The customer completes the profile, uploads a photo of a specimen, declares it, and every check runs. */
export const submit: Step = async (context, subject) => {
  const { engine, queue } = context;
  const { app, customerId } = subject;
  await engine.customers.update(app, { customerId, profile: ANSWERS });
  await upload('PASSPORT')(context, subject);
  await engine.customers.update(app, { customerId, declare: true });
  await runPendingChecks(engine, queue);
};

/** The customer uploads a photo, which also answers an open requirement for that kind of document. */
export const upload =
  (kind: DocumentKind): Step =>
  async ({ engine }, { app, customerId, givenNames, familyName }) => {
    const photo = await specimenDocument({ kind, givenNames, familyName, birthDate: BIRTH_DATE });
    const begun = await engine.documents.create(app, { customerId, kind, side: 'FRONT' });
    const id = idOf('document', begun.id);
    await engine.documents.receive(app, id, photo);
    await engine.documents.complete(app, id);
  };

type Decision = {
  readonly event: 'approve' | 'requestInformation' | 'reject' | 'deactivate' | 'reopen' | 'reactivate';
  readonly reasonCode?: ReasonCode;
  readonly temporary?: boolean;
  readonly note?: string;
  readonly message?: string;
  readonly items?: readonly RequirementAsk[];
};

/** Staff decide, or propose a decision that takes two people. `confirmedBy` confirms the proposal. */
export const decide =
  (who: DemoStaffName, decision: Decision, confirmedBy?: DemoStaffName): Step =>
  async ({ engine, queue, staff }, { customerId }) => {
    const { proposalId } = await engine.desk.decide(staff[who], { customerId, ...decision });
    if (confirmedBy && proposalId) await engine.desk.confirm(staff[confirmedBy], idOf('proposal', proposalId));
    await runPendingChecks(engine, queue);
  };

/** A member of staff assigns the case to themselves. */
export const take =
  (who: DemoStaffName): Step =>
  async ({ engine, staff }, { customerId }) => {
    await engine.desk.assign(staff[who], { customerId, staffId: staff[who].staffId });
  };
export const note =
  (who: DemoStaffName, text: string): Step =>
  async ({ engine, staff }, { customerId }) => {
    await engine.desk.note(staff[who], { customerId, text });
  };
export const expedite =
  (who: DemoStaffName): Step =>
  async ({ engine, staff }, { customerId }) => {
    await engine.desk.expedite(staff[who], { customerId, expedited: true });
  };

/** A requirement: a code, and the kind of document that answers it. */
export const ask = (code: RequirementCode, documentKind: DocumentKind): RequirementAsk => ({
  code,
  target: { documentKind },
});

/** The uuid behind a public id of the engine. @throws when it is not an id of that kind, which is a bug. */
export function idOf(kind: Parameters<typeof readId>[0], shown: string): string {
  const id = readId(kind, shown);
  if (id === null) throw new Error(`This is not an id of a ${kind}.`);
  return id;
}
