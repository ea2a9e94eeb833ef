const TELL_AGAIN_AFTER_SECONDS = 20;

/**
 * Prints what is being done, for how long, and how it ended. A terminal shows a running count. A log gets one line at the
 * end, and one every 20 seconds.
 *
 * @param describe turns the result of `work` into the text after the name.
 * @returns the result of `work`.
 */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  describe: (result: T) => string = () => 'done',
): Promise<T> {
  const began = Date.now();
  const live = process.stdout.isTTY === true && !process.env.CI;
  const elapsed = (): string => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const erase = (): void => void (live && process.stdout.write('\r\x1b[2K'));
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    if (live) process.stdout.write(`\r\x1b[2K${name} ... ${Math.round((Date.now() - began) / 1000)} s`);
    else if (ticks % TELL_AGAIN_AFTER_SECONDS === 0) console.log(`${name} ... still at it after ${elapsed()}`);
  }, 1000);
  try {
    const result = await work();
    erase();
    console.log(`${name}: ${describe(result)} (${elapsed()})`);
    return result;
  } catch (error) {
    erase();
    console.log(`${name}: failed (${elapsed()})`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
