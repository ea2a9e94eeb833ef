const DESK = '/desk';

/** Returns where to go after signing in: the requested page if it is one of the desk. */
function safeNext(next: string | undefined): string {
  if (!next || !/^\/desk(\/[\w-]+)*(\?[^#]*)?$/.test(next)) return DESK;
  return next.startsWith('/desk/sign-in') ? DESK : next;
}

/** Reloads the page, so that nothing read before signing in is shown afterwards. */
export const goOn = (next: string): void => window.location.assign(safeNext(next));
