import { later, type RealTime, realTime } from '@gatehouse/domain';

/** A clock that a test moves by hand, so that due times can be compared exactly. */
export type Clock = {
  now(): RealTime;
  advance(milliseconds: number): void;
};

/** Starts at the real time, because ids contain it and some providers read it from them. */
export function createClock(): Clock {
  let at = realTime(new Date());
  return {
    now: () => at,
    advance(milliseconds) {
      at = later(at, milliseconds);
    },
  };
}
