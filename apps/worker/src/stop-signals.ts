/**
 * Calls `stop` once, at the first wish to end: a signal, or the end of the process that started this one, which is
 * noticed when the channel to it closes. A second signal ends the process at once.
 */
export function onStopWish(stop: (why: string) => void): void {
  let asked = false;
  const wish = (why: string): void => {
    if (asked) process.exit(1);
    asked = true;
    stop(why);
  };
  process.on('SIGTERM', () => wish('SIGTERM'));
  process.on('SIGINT', () => wish('SIGINT'));
  if (process.connected)
    process.on('disconnect', () => {
      if (!asked) wish('disconnect');
    });
}
