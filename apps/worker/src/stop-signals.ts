/**
 * Calls `stop` once, at the first request to stop: a signal, or the end of the parent process, which closes the IPC
 * channel. A second signal ends the process at once.
 */
export function onStopRequest(stop: (why: string) => void): void {
  let requested = false;
  const request = (why: string): void => {
    if (requested) process.exit(1);
    requested = true;
    stop(why);
  };
  process.on('SIGTERM', () => request('SIGTERM'));
  process.on('SIGINT', () => request('SIGINT'));
  if (process.connected)
    process.on('disconnect', () => {
      if (!requested) request('disconnect');
    });
}
