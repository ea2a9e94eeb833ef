import { describe, expect, it } from 'vitest';
import { addressOf, fromStart, readAddress } from './queue-address.ts';

const VIEWS = ['mine', 'unassigned', 'all'] as const;
const read = (params: Record<string, string | string[]>) => readAddress(params, VIEWS, 'unassigned');

describe('the URL of the queue', () => {
  it('is parsed', () =>
    expect(read({ view: 'all', status: 'ACTIVE', mode: ' TEST ', cursor: 'abc' })).toEqual({
      view: 'all',
      status: 'ACTIVE',
      mode: 'TEST',
      cursor: 'abc',
    }));

  it('drops unknown parameters', () =>
    expect(read({ view: 'theirs', status: 'GONE', mode: 'DRY', cursor: '  ' })).toEqual({ view: 'unassigned' }));

  it('uses the first of repeated parameters', () =>
    expect(read({ mode: ['LIVE', 'TEST'] })).toEqual({ view: 'unassigned', mode: 'LIVE' }));

  it('parses what it has written', () => {
    const address = { view: 'all', mode: 'LIVE', status: 'ACTIVE', cursor: 'a&b=c' } as const;
    expect(read(Object.fromEntries(new URL(addressOf(address), 'http://desk').searchParams))).toEqual(address);
  });

  it('starts at the first page without a cursor', () =>
    expect(fromStart({ view: 'all', cursor: 'abc' })).toEqual({ view: 'all' }));
});
