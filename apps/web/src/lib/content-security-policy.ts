/**
 * Makes the policy for what a page may load: only this server's files.
 *
 * `blob:` and `data:` images are previews of files that the visitor has just chosen. Style attributes are allowed
 * because they position popups; style elements need the nonce, like scripts.
 */
export function contentSecurityPolicy(options: { readonly nonce: string; readonly development: boolean }): string {
  const nonce = `'nonce-${options.nonce}'`;
  const directives = {
    'default-src': ["'self'"],
    // React uses eval for server stacks, only in development.
    'script-src': ["'self'", nonce, "'strict-dynamic'", ...(options.development ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", ...(options.development ? ["'unsafe-inline'"] : [nonce])],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'blob:', 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ["'self'"],
    'frame-ancestors': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
  } as const satisfies Record<string, readonly string[]>;
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}
