/**
 * What a page may load: this server's own files and nothing from any other host.
 *
 * `blob:` and `data:` images are previews of files that the visitor has just chosen. Style attributes are allowed because
 * positioned popups are placed with them; style elements need the nonce like scripts do.
 */
export function contentSecurityPolicy(options: { readonly nonce: string; readonly development: boolean }): string {
  const nonce = `'nonce-${options.nonce}'`;
  const directives = {
    'default-src': ["'self'"],
    // React rebuilds server stacks with eval in development, and only there.
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
