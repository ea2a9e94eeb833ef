import type { PortalSession } from '@gatehouse/domain';
import { individual } from '@gatehouse/domain';
import { expect, test } from 'vitest';
import { format, locale, t } from '#lib/english.testing.tsx';
import { confirmationPage } from './confirmation.ts';

const page = (verified: PortalSession['verified']): string =>
  confirmationPage(
    {
      partner: { name: 'Acme & Co', supportEmail: 'help@acme.example' },
      customer: { id: 'cus_1', displayName: 'Ana <b>Specimen</b>', profile: { employment: 'EMPLOYED' } },
      verifiedAt: '2026-11-20T10:00:00.000Z',
      verified,
      program: individual.view,
    } as unknown as PortalSession,
    new Date('2026-11-21T10:00:00Z'),
    { t, format, locale },
  );
const IDENTITY = 'The identity of the person named here was verified.';

test('names the fields that were compared with a document, and no others', () => {
  const text = page(['givenNames', 'familyName', 'birthDate']);
  expect(text).toContain(IDENTITY);
  expect(text).toContain('Given names, Family name, Date of birth');
  expect(text).not.toContain('Employment');
});

test.each([[[]], [['address']], [['givenNames', 'familyName']]] as const)(
  'claims no identity where %j was compared',
  (verified) => {
    const text = page([...verified]);
    expect(text).not.toContain(IDENTITY);
    expect(text).toContain('not compared with a document');
  },
);

test('escapes typed values', () => {
  expect(page([])).toContain('Ana &lt;b&gt;Specimen&lt;/b&gt;');
  expect(page([])).toContain('Acme &amp; Co');
});
