import { type DocumentFact, individual, type KnownProfile, type Question, type Snapshot } from '@gatehouse/domain';

/** A complete and ordinary profile. The tests change what they are about. */
export const completeProfile = {
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

/** A document as a snapshot lists it; its id is its kind and side, so that a test can name its file. */
export const documentFact = (kind: DocumentFact['kind'], side: DocumentFact['side'] = 'FRONT'): DocumentFact => ({
  id: `${kind} ${side}`,
  kind,
  side,
  type: 'image/jpeg',
  bytes: 200_000,
  hash: 'salted',
  uploadedAt: '2026-11-21T02:00:00.000Z',
});

/** A question about this snapshot, with everything else ordinary. */
export const questionAbout = (snapshot: Partial<Snapshot>, more: Partial<Question> = {}): Question => ({
  reference: '01a1fbf4-7b2e-7882-a60a-44a5baa6d94a',
  kind: 'profile',
  subject: { kind: 'CUSTOMER', id: '01a1fbf4-7b2e-7882-a60a-44a5baa6d94b' },
  mode: 'TEST',
  attempt: 1,
  today: '2026-11-21',
  program: individual,
  file: () => Promise.reject(new Error('This test has no files.')),
  signal: new AbortController().signal,
  ...more,
  snapshot: { customerType: 'INDIVIDUAL', profile: completeProfile, documents: [], declaration: null, ...snapshot },
});
