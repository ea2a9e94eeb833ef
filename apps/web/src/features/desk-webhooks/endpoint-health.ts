import type { StatusIcon, Tone } from '@gatehouse/domain';
import { COUNTED, type EndpointHealth } from '@gatehouse/domain';

type Health = { readonly word: string; readonly tone: Tone; readonly icon: StatusIcon; readonly meaning: string };

/** Describes an endpoint's health by its worst problem. */
export function healthOf(endpoint: EndpointHealth): Health {
  const { status, disabledBecause, breaker, failures, slow, lastSuccessAt } = endpoint;
  if (status === 'DISABLED')
    return {
      word: 'Disabled',
      tone: 'refused',
      icon: 'octagon',
      meaning: `${disabledBecause ?? 'Its owner disabled it.'} Nothing is sent until it is enabled again.`,
    };
  if (breaker !== 'CLOSED')
    return {
      word: 'Failing',
      tone: 'attention',
      icon: 'pause',
      meaning: `It failed ${failures} times in a row. One delivery at a time is tried, and the others wait until it answers.`,
    };
  if (failures > 0)
    return {
      word: 'Retrying',
      tone: 'attention',
      icon: 'reply',
      meaning: 'The last attempt failed. It is tried again by the schedule.',
    };
  if (slow)
    return {
      word: 'Slow',
      tone: 'attention',
      icon: 'clock',
      meaning: 'It takes more than two seconds to answer, so only a few deliveries are on their way at once.',
    };
  if (lastSuccessAt === null)
    return {
      word: 'Not tried yet',
      tone: 'neutral',
      icon: 'clock',
      meaning: 'Nothing has been delivered to it so far.',
    };
  return { word: 'Healthy', tone: 'success', icon: 'check', meaning: 'It accepts what it is sent.' };
}

/** Formats a count that stops at `COUNTED`. */
export const counted = (count: number): string =>
  count >= COUNTED ? `${COUNTED.toLocaleString('en')}+` : String(count);

/** The host of an endpoint, which identifies it at a glance. */
export const hostOf = ({ url }: Pick<EndpointHealth, 'url'>): string => new URL(url).host;
