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
import { runWaitingChecks } from './run-checks.ts';

/** One thing that happens in a scene. */
export type Step = (stage: DemoContext, role: Subject) => Promise<void>;
/** The customer whom a scene is about. */
type Subject = {
  readonly app: App;
  readonly customerId: string;
  readonly givenNames: string;
  readonly familyName: string;
};

const BIRTH_DATE = '1990-05-17';

/** Everything that the gate asks for besides the name, in evidently invented values. */
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

/** Time passes. */
export const later =
  (hours: number): Step =>
  async ({ clock }) =>
    clock.later(hours);

/** The partner's app has a link sent to the customer: the mailbox page shows the email. */
export const invite: Step = async ({ engine }, { app, customerId }) => {
  await engine.portalLinks.create(app, { customerId, sendTo: 'email' });
};

/** The customer has begun: some answers, and nothing sent. */
export const begin: Step = async ({ engine }, { app, customerId }) => {
  const { birthDate, phone } = ANSWERS;
  await engine.customers.update(app, { customerId, profile: { birthDate, phone } });
};

/** The customer gives everything, with a photo of a specimen document, declares it, and every check runs. */
export const submit: Step = async (stage, role) => {
  const { engine } = stage;
  await engine.customers.update(role.app, { customerId: role.customerId, profile: ANSWERS });
  await upload('PASSPORT')(stage, role);
  await engine.customers.update(role.app, { customerId: role.customerId, declare: true });
  await runWaitingChecks(engine, stage.queue);
};

/** A photo is uploaded and attached. Where an item asks for its kind, that item is answered. */
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

/** Someone decides, or proposes where it takes two. With `confirmedBy`, a second person makes it take effect. */
export const decide =
  (who: DemoStaffName, decision: Decision, confirmedBy?: DemoStaffName): Step =>
  async ({ engine, queue, staff }, { customerId }) => {
    const { proposalId } = await engine.desk.decide(staff[who], { customerId, ...decision });
    if (confirmedBy && proposalId) await engine.desk.confirm(staff[confirmedBy], idOf('proposal', proposalId));
    await runWaitingChecks(engine, queue);
  };

/** A reviewer takes the case, or leaves a note on it. */
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

/** An item of a request: a code, and the kind of document that answers it. */
export const ask = (code: RequirementCode, documentKind: DocumentKind): RequirementAsk => ({
  code,
  target: { documentKind },
});

/** The id behind its public form. The engine has just given it, so anything else is a fault. */
export function idOf(kind: Parameters<typeof readId>[0], shown: string): string {
  const id = readId(kind, shown);
  if (id === null) throw new Error(`This is no id of a ${kind}.`);
  return id;
}
