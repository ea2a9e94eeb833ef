/** A clock that stands still until a test moves it, so that due times can be compared exactly. */
export type Clock = {
  now(): Date;
  advance(milliseconds: number): void;
};

/** Starts at the real time, because ids carry it and some providers read it from them. */
export function createClock(): Clock {
  let at = Date.now();
  return {
    now: () => new Date(at),
    advance(milliseconds) {
      at += milliseconds;
    },
  };
}
