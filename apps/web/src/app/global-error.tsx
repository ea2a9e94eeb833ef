'use client';

import './globals.css';
import { buttonStyle } from '#ui/button-style.ts';

type Failure = { readonly error: Error & { readonly digest?: string }; readonly retry: () => void };

/** Replaces the whole document when even its layout fails. No catalogue of messages is available then. */
export default function GlobalError({ error, retry }: Failure) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong – Gatehouse</title>
        <main data-density="portal" className="mx-auto flex max-w-prose flex-col items-start gap-stack p-pad">
          <h1 className="font-semibold text-h1">Something went wrong on our side</h1>
          <p>We could not show this page. What you saved before is still there.</p>
          <button type="button" className={buttonStyle('secondary')} onClick={retry}>
            Try again
          </button>
          {error.digest && (
            <p className="text-muted text-small">
              Reference <code className="select-all break-all font-mono">{error.digest}</code>
            </p>
          )}
        </main>
      </body>
    </html>
  );
}
