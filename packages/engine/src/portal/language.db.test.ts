import { languageOf, PSEUDO_TAG } from '@gatehouse/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emails } from '../record/emails.ts';
import { completeCustomer, createdCustomer, heldDocument, uploadDocument } from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { together } from '../testing/statuses.ts';
import { createWorld, portalOf, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** The fields with text for people; all others hold ids, codes and the customer's input. */
const READ =
  /^(summary|message|advice|howToAnswer|next|good|bad|heading|duration|title|hint|label|ready|missing|declaration|reviewerMessage|warningWords|lines|realDate)$/;

/** Finds untranslated texts for people: in the pseudo-language they still have a plain letter. */
function untranslated(value: unknown, path = ''): string[] {
  const name = path.split('.').findLast((part) => !/^\d*$/.test(part)) ?? '';
  if (typeof value === 'string') {
    const words = value.replaceAll(/\{\w+\}/g, '');
    return READ.test(name) && /[a-z]/i.test(words) ? [`${path}: ${value}`] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => untranslated(each, `${path}.${key}`));
}

const inPseudo = <Asking extends object>(actor: Asking): Asking & { readonly language: string } => ({
  ...actor,
  language: PSEUDO_TAG,
});

test('the check finds untranslated texts', () => {
  expect(untranslated({ items: [{ message: 'Plain words' }], id: 'plain' })).toEqual(['.items.0.message: Plain words']);
});

describe('answers in another language', () => {
  const reads = async (customerId: string) => {
    const app = inPseudo(world.app);
    const portal = await world.engine.portal.session(inPseudo(portalOf(world.app, customerId)));
    const answers = [
      await world.engine.customers.get(app, customerId),
      await world.engine.requirements.list(app, customerId),
      await world.engine.documents.list(app, customerId),
      await world.engine.customers.timeline(app, customerId),
      portal,
    ];
    expect(untranslated(answers)).toEqual([]);
    return portal;
  };

  test('of an empty profile, of one document side and of the same file twice', async () => {
    const id = await createdCustomer(world, { profile: { familyName: 'Specimen' } });
    await world.engine.customers.update(world.app, { customerId: id, profile: { phone: null, address: null } });
    await uploadDocument(world, id, { kind: 'DRIVING_LICENCE', side: 'FRONT' });
    await heldDocument(world, id, { kind: 'DRIVING_LICENCE', side: 'BACK' });
    const { customer } = await reads(id);
    expect(customer.missing.map((each) => each.field ?? each.code)).toContain('phone');
    expect(customer.missing.map((each) => each.code)).toContain('DOCUMENT_MISSING_BACK');
  });

  test('of what a check says of a field', async () => {
    const id = await completeCustomer(world, { profile: { givenNames: '123' } });
    await drain(world);
    const { items } = await reads(id);
    expect(items.map(({ reviewerMessage }) => reviewerMessage)).toEqual(['Ţĥé ñåɱé ĥåš ñö ļéţţéŕš.']);
    const english = await world.engine.portal.session(portalOf(world.app, id));
    expect(english.items.map(({ reviewerMessage }) => reviewerMessage)).toEqual(['The name has no letters.']);
    const seen = await world.engine.desk.case(world.staff.reviewer, id);
    expect(seen.requirements.map(({ customerMessage }) => customerMessage)).toEqual(['The name has no letters.']);
  });

  test('of a review, of a rejection and of the history', async () => {
    const id = await completeCustomer(world);
    expect((await reads(id)).checks).not.toEqual([]);
    await drain(world);
    await together(world, { customerId: id, event: 'reject', reasonCode: 'REGULATORY', note: 'Why.' });
    expect((await reads(id)).reason).not.toBeNull();
  });

  test('of requested items, and of an emptied field', async () => {
    const id = await completeCustomer(world, { profile: { familyName: 'Flagged' } });
    await drain(world);
    await world.engine.desk.decide(world.staff.reviewer, {
      customerId: id,
      event: 'requestInformation',
      items: [
        { code: 'ADDRESS_UNVERIFIED', target: {} },
        { code: 'TAX_ID_MISMATCH', target: {} },
      ],
    });
    await world.engine.customers.update(world.app, { customerId: id, profile: { phone: null } });
    const { items } = await reads(id);
    expect(items.map((item) => item.reviewerMessage).filter(Boolean)).toHaveLength(1);
  });
});

test('English is the default language', async () => {
  const id = await createdCustomer(world);
  await world.engine.customers.update(world.app, { customerId: id, profile: { phone: null } });
  const { summary, missing } = await world.engine.customers.get(world.app, id);
  expect(summary).toBe('The profile is being completed; once nothing is missing, it is sent for verification.');
  expect(missing.map((each) => each.message)).toEqual([
    'Phone number is missing.',
    'An identity document is missing.',
    'The declaration has not been given.',
  ]);
});

test('every email is translated, except names and addresses', () => {
  const language = languageOf(PSEUDO_TAG);
  const link = 'http://1.2.3.4/';
  const mails = [
    emails.portalLink(language, '', link),
    emails.endpointDisabled(language, '', { because: 'GONE', endpointId: '1', host: '2', mode: 'TEST' }),
  ];
  for (const { subject, text } of mails)
    expect([subject, text.replace(link, '').replace('TEST', '')].join()).not.toMatch(/[a-z]/i);
});
