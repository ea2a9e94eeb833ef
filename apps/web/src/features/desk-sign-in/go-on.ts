const DESK = '/desk';

/** Where to go after signing in: a page of the desk that was asked for, and nothing else that an address might name. */
function safeNext(next: string | undefined): string {
  if (!next || !/^\/desk(\/[\w-]+)*(\?[^#]*)?$/.test(next)) return DESK;
  return next.startsWith('/desk/sign-in') ? DESK : next;
}

/** Loads the page anew, so that nothing that was read before signing in is shown after it. */
export const goOn = (next: string): void => window.location.assign(safeNext(next));
