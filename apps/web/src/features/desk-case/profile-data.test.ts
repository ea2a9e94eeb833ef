import type { CaseCheck } from '@gatehouse/domain';
import { expect, test } from 'vitest';
import { comparison } from './profile-data.tsx';

const check = (kind: CaseCheck['kind'], status: CaseCheck['status'], by: string | null = null): CaseCheck => ({
  id: `chk_${kind}`,
  kind,
  label: kind,
  looksAt: '',
  status,
  resolved: false,
  carried: false,
  findings: [],
  asks: [],
  note: null,
  by,
  finishedAt: null,
});
const NOT_COMPARED = 'Nobody has compared this with the documents yet.';

test('automatic checks do not count as a comparison', () => {
  expect(comparison([])).toBe(NOT_COMPARED);
  expect(comparison([{ checks: [check('profile', 'PASSED'), check('document', 'PASSED')] }])).toBe(NOT_COMPARED);
  expect(comparison([{ checks: [check('manual', 'PENDING')] }])).toBe(NOT_COMPARED);
});

test('the approver is named, without a claim about what was compared', () => {
  expect(comparison([{ checks: [check('manual', 'PASSED', 'Ada')] }])).toContain('left to Ada');
});

test('only the newest submission counts', () => {
  const [newest, before] = [{ checks: [check('manual', 'PENDING')] }, { checks: [check('manual', 'PASSED', 'Ada')] }];
  expect(comparison([newest, before])).toBe(NOT_COMPARED);
});
