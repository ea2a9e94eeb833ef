import { expect, test } from 'vitest';
import { LIMITS, limitReached, waitMessage } from './limits.ts';
import { english } from './messages/english.testing.ts';

test('a reached limit names what was exceeded and how long to wait', () => {
  const refusal = limitReached('handOver.customer', 240_001);
  expect(refusal).toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    message: 'Too many links to another device. Try again in 5 minutes.',
    data: { retryAfter: 241 },
  });
  expect(limitReached('handOver.customer', -5).data.retryAfter).toBe(1);
});

test.each([
  [1, '1 second'],
  [119, '119 seconds'],
  [120, '2 minutes'],
  [121, '3 minutes'],
])('%i seconds are %s', (seconds, words) => expect(english(waitMessage(seconds))).toBe(words));

test('every limit allows something', () => {
  for (const { max, window } of Object.values(LIMITS)) expect(Math.min(max, window)).toBeGreaterThan(0);
});
