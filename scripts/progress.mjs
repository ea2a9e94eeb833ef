const TELL_AGAIN_AFTER_SECONDS = 20;

/**
 * Says what is being done, for how long, and how it ended. In a terminal the line counts along; in a log there is one
 * line at the beginning, one now and then, and one at the end.
 *
 * @returns what `work` returns; `describe` turns that into the words after the name.
 */
export async function step(name, work, describe = () => 'done') {
  const began = Date.now();
  const live = process.stdout.isTTY && !process.env.CI;
  const elapsed = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  if (!live) console.log(`${name} ...`);
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    if (live) process.stdout.write(`\r\x1b[2K${name} ... ${Math.round((Date.now() - began) / 1000)} s`);
    else if (ticks % TELL_AGAIN_AFTER_SECONDS === 0) console.log(`${name} ... still at it after ${elapsed()}`);
  }, 1000);
  try {
    const result = await work();
    report(describe(result));
    return result;
  } catch (error) {
    report('failed');
    throw error;
  } finally {
    clearInterval(timer);
  }

  function report(words) {
    clearInterval(timer);
    if (live) process.stdout.write('\r\x1b[2K');
    console.log(`${name}: ${words} (${elapsed()})`);
  }
}
