import { describe, expect, it } from 'vitest';
import { addressOf, fromStart, readAddress } from './queue-address.ts';

const VIEWS = ['mine', 'unassigned', 'all'] as const;
const read = (params: Record<string, string | string[]>) => readAddress(params, VIEWS, 'unassigned');

describe('the address of the queue', () => {
  it('is read', () =>
    expect(read({ view: 'all', status: 'ACTIVE', mode: ' TEST ', cursor: 'abc' })).toEqual({
      view: 'all',
      status: 'ACTIVE',
      mode: 'TEST',
      cursor: 'abc',
    }));

  it('leaves out what it does not know', () =>
    expect(read({ view: 'theirs', status: 'GONE', mode: 'DRY', cursor: '  ' })).toEqual({ view: 'unassigned' }));

  it('takes the first of several', () =>
    expect(read({ mode: ['LIVE', 'TEST'] })).toEqual({ view: 'unassigned', mode: 'LIVE' }));

  it('comes back as it was written', () => {
    const address = { view: 'all', mode: 'LIVE', status: 'ACTIVE', cursor: 'a&b=c' } as const;
    expect(read(Object.fromEntries(new URL(addressOf(address), 'http://desk').searchParams))).toEqual(address);
  });

  it('begins again without its cursor', () =>
    expect(fromStart({ view: 'all', cursor: 'abc' })).toEqual({ view: 'all' }));
});
