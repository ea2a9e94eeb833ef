import { createRequire } from 'node:module';
import path from 'node:path';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

// No telemetry, neither when building nor when running.
process.env.NEXT_TELEMETRY_DISABLED = '1';

const workspace = path.join(import.meta.dirname, '../..');

/**
 * Headers that are the same for every answer. The content security policy is not here: it carries a nonce per request and
 * is set in `src/proxy.ts`.
 */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // The URL of a portal link holds a secret, so no referrer is sent.
  { key: 'Referrer-Policy', value: 'no-referrer' },
  // The sandbox shows the portal in a frame of the same origin. Other origins may not frame any page.
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()' },
];

/**
 * Messages arrive compiled (see src/i18n/request.ts), so no page needs their parser: this takes the place of next-intl's
 * own formatter. It is resolved from there, because it is no dependency of this app, and Turbopack asks for a relative path.
 */
const nextIntl = createRequire(path.join(import.meta.dirname, 'next.config.ts')).resolve('next-intl');
const formatterOfCompiled = `./${path.relative(
  import.meta.dirname,
  createRequire(nextIntl).resolve('use-intl/format-message/format-only'),
)}`;

const config: NextConfig = {
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  // The packages export their TypeScript source and are compiled with the app.
  transpilePackages: [
    '@gatehouse/api',
    '@gatehouse/db',
    '@gatehouse/domain',
    '@gatehouse/engine',
    '@gatehouse/environment',
    '@gatehouse/providers',
  ],
  // These packages have native code, open sockets or start threads, so Node loads them itself.
  serverExternalPackages: [
    'better-auth',
    'drizzle-orm',
    'file-type',
    'nodemailer',
    'pg-boss',
    'pino',
    'postgres',
    'sharp',
    'undici',
  ],
  // Documents must not pass through the image optimiser, and nothing else needs it.
  images: { unoptimized: true },
  turbopack: {
    root: workspace,
    resolveAlias: { 'use-intl/format-message': formatterOfCompiled },
  },
  outputFileTracingRoot: workspace,
  headers: async () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
};

export default createNextIntlPlugin()(config);
