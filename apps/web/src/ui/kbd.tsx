/** A key of the keyboard. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className="inline-flex min-w-[1.75em] items-center justify-center rounded-sm border border-line-strong bg-surface px-[0.375em] font-sans text-ink text-small">
      {children}
    </kbd>
  );
}
