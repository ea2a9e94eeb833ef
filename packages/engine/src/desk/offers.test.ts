import { type CustomerStatus, staffActions } from '@gatehouse/domain';
import { describe, expect, it } from 'vitest';
import { type Circumstances, narrowOffers } from './offers.ts';

const QUIET: Circumstances = {
  checksRunning: false,
  checkFailed: false,
  proposalOpen: false,
  deactivatedForGood: false,
};
const ADMIN = { kind: 'staff', staffId: 'a', name: 'Ada', role: 'admin' } as const;

const offer = (status: CustomerStatus, event: string, circumstances: Partial<Circumstances>) =>
  narrowOffers(staffActions(status, ADMIN), { ...QUIET, ...circumstances }).find(({ action }) => action === event);

describe('what the desk offers', () => {
  it('is what the lifecycle offers while nothing stands in the way', () =>
    expect(narrowOffers(staffActions('UNDER_REVIEW', ADMIN), QUIET)).toEqual(staffActions('UNDER_REVIEW', ADMIN)));

  it.each([
    ['UNDER_REVIEW', 'approve', { checksRunning: true }, null],
    ['UNDER_REVIEW', 'requestInformation', { checksRunning: true }, null],
    ['UNDER_REVIEW', 'reject', { checksRunning: true, checkFailed: true, proposalOpen: true }, 'decide'],
    ['UNDER_REVIEW', 'approve', { checkFailed: true }, 'propose'],
    ['UNDER_REVIEW', 'approve', { checkFailed: true, proposalOpen: true }, null],
    ['UNDER_REVIEW', 'approve', { proposalOpen: true }, 'decide'],
    ['UNDER_REVIEW', 'requestInformation', { checkFailed: true }, null],
    ['ACTIVE', 'reject', { proposalOpen: true }, null],
    ['DEACTIVATED', 'reactivate', {}, 'propose'],
    ['DEACTIVATED', 'reactivate', { deactivatedForGood: true }, null],
    ['DEACTIVATED', 'reactivate', { proposalOpen: true }, null],
  ] as const)('in %s, %s with %o is %s', (status, event, circumstances, mode) =>
    expect(offer(status, event, circumstances)?.mode).toBe(mode),
  );

  it('never gives what the lifecycle refuses', () =>
    expect(offer('CREATED', 'approve', { checkFailed: true })?.mode).toBeNull());
});
