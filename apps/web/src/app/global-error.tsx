'use client';

import './globals.css';
import RootError from './error.tsx';

/** Stands in for the whole document when even its layout fails. */
export default function GlobalError(failure: Parameters<typeof RootError>[0]) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong – Gatehouse</title>
        <RootError {...failure} />
      </body>
    </html>
  );
}
