import { type DocumentKind, type DocumentSide, type KnownProfile, newId, readId } from '@gatehouse/domain';
import { specimenDocument } from '@gatehouse/providers';
import type { CustomerRow } from '../record/load.ts';
import { loadCustomer } from '../record/load.ts';
import type { AppActor } from '../tenancy.ts';
import type { World } from './world.ts';

/** A complete, ordinary profile. The family name determines the sandbox provider's answer. */
export const COMPLETE_PROFILE = {
  givenNames: 'Anna Maria',
  familyName: 'Specimen',
  birthDate: '1990-05-17',
  phone: '+442079460958',
  address: { line1: '1 Example Street', city: 'London', postalCode: 'N1 1AA', country: 'GB' },
  nationality: 'GB',
  employment: 'EMPLOYED',
  sourceOfFunds: 'SALARY',
  accountPurpose: 'EVERYDAY',
  expectedVolume: 'UP_TO_1K',
} as const satisfies KnownProfile;

/** The uuid behind a public id. */
export function idOf(kind: Parameters<typeof readId>[0], shown: string | null): string {
  const id = shown === null ? null : readId(kind, shown);
  if (id === null) throw new Error(`${shown} is no id of a ${kind}.`);
  return id;
}

type Wanted = { readonly app?: AppActor; readonly profile?: KnownProfile; readonly email?: string };

/** Creates a customer in CREATED without a document and the declaration. */
export async function createdCustomer(world: World, { app = world.app, profile, email }: Wanted = {}): Promise<string> {
  const customer = await world.engine.customers.create(app, {
    type: 'INDIVIDUAL',
    email: email ?? `${newId()}@customer.example`,
    profile: { ...COMPLETE_PROFILE, ...profile },
  });
  return idOf('customer', customer.id);
}

let specimen: Promise<Uint8Array> | undefined;
/** One picture for all tests of a file, because drawing it takes longer than most tests. */
export const specimenBytes = (): Promise<Uint8Array> => {
  specimen ??= specimenDocument();
  return specimen;
};

/** Uploads a file and leaves it held, as the portal does before submitting. */
export async function heldDocument(
  world: World,
  customerId: string,
  document: { kind: DocumentKind; side?: DocumentSide; app?: AppActor; requirementId?: string } = { kind: 'PASSPORT' },
): Promise<string> {
  const { kind, side = 'FRONT', app = world.app, ...more } = document;
  const begun = await world.engine.documents.create(app, { customerId, kind, side, ...more });
  const id = idOf('document', begun.id);
  await world.engine.documents.receive(app, id, await specimenBytes());
  return id;
}

export async function uploadDocument(
  world: World,
  customerId: string,
  document: Parameters<typeof heldDocument>[2] = { kind: 'PASSPORT' },
): Promise<string> {
  const id = await heldDocument(world, customerId, document);
  await world.engine.documents.complete(document.app ?? world.app, id);
  return id;
}

/** Creates a customer in CREATED without only the declaration. */
export async function readyCustomer(world: World, wanted: Wanted = {}): Promise<string> {
  const id = await createdCustomer(world, wanted);
  await uploadDocument(world, id, { kind: 'PASSPORT', ...(wanted.app ? { app: wanted.app } : {}) });
  return id;
}

/** Creates a customer in UNDER_REVIEW whose checks have not run yet. */
export async function completeCustomer(world: World, wanted: Wanted = {}): Promise<string> {
  const id = await readyCustomer(world, wanted);
  await world.engine.customers.update(wanted.app ?? world.app, { customerId: id, declare: true });
  return id;
}

/** Reads the customer row. */
export async function rowOf(world: World, customerId: string): Promise<CustomerRow> {
  const [found] = await world.owner<{ tenant_id: string }[]>`select tenant_id from customer where id = ${customerId}`;
  return (await loadCustomer(world.deps, found?.tenant_id ?? '', customerId)).customer;
}

export const statusOf = async (world: World, customerId: string): Promise<string> =>
  (await rowOf(world, customerId)).customerStatus;
