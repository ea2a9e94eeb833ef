import type { ReactNode } from 'react';

/** Words for assistive technology that the eye gets from the layout. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
