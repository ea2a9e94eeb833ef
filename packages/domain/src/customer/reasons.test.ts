import { describe, expect, test } from 'vitest';
import { ENGLISH, say } from '../messages/language.ts';
import type { Message } from '../messages/message.ts';
import { customerLifecycle } from './lifecycle.ts';
import { REASON_CODES, type ReasonedEvent, reasonMessage, reasonOf, reasonSchema } from './reasons.ts';

const said = (words: Message | undefined): string => (words ? say(ENGLISH, words) : '');

/** Exactly the reason codes of the specification. */
const CODES: Record<ReasonedEvent, string[]> = {
  reject: [
    'DOCUMENTS_UNVERIFIABLE',
    'COMPLIANCE',
    'FRAUD',
    'REGULATORY',
    'CANCELLED_BY_CUSTOMER',
    'INFORMATION_NOT_PROVIDED',
  ],
  deactivate: ['CUSTOMER_REQUEST', 'COMPLIANCE_HOLD', 'REGULATORY', 'INACTIVITY', 'TERMS_BREACH'],
  reopen: ['APPEAL_UPHELD', 'DECIDED_IN_ERROR', 'CIRCUMSTANCES_CHANGED'],
  reactivate: ['REQUEST_WITHDRAWN', 'HOLD_CLEARED', 'ACTIVITY_RESUMED', 'DECIDED_IN_ERROR'],
};
const events = Object.keys(CODES) as ReasonedEvent[];

test('exactly the manual events have reasons', () => {
  const manual = customerLifecycle.rows.filter((row) => row.by !== 'engine').map((row) => row.event);
  expect([...new Set(manual)].sort()).toEqual(Object.keys(REASON_CODES).sort());
});

describe.each(events)('%s', (event) => {
  test('has exactly these codes', () => {
    expect(REASON_CODES[event]).toEqual(CODES[event]);
    expect(reasonSchema(event).options).toEqual(CODES[event]);
    expect(reasonSchema(event).safeParse('OTHER').success).toBe(false);
  });

  test.each(CODES[event])('%s has a label and a sentence', (code) => {
    expect(said(reasonOf(event, code)?.label)).toMatch(/^[A-Z]/);
    expect(said(reasonOf(event, code)?.sentence)).toMatch(/^[A-Z].*\.$/);
  });
});

test('no sentence reveals a sanctions or a fraud finding', () => {
  const sentences = events.flatMap((event) => CODES[event].map((code) => said(reasonOf(event, code)?.sentence)));
  for (const sentence of sentences)
    expect(sentence).not.toMatch(/fraud|sanction|watchlist|launder|terror|suspic|investigat|complian/i);
  // Different messages would reveal which of the two it was.
  expect(said(reasonMessage('FRAUD'))).toBe(said(reasonMessage('COMPLIANCE')));
});

test('a code that several events share has the same message in all of them', () => {
  for (const event of events)
    for (const code of CODES[event])
      expect(said(reasonMessage(code)), code).toBe(said(reasonOf(event, code)?.sentence));
  expect(reasonMessage('NO_SUCH_CODE')).toBeUndefined();
});
