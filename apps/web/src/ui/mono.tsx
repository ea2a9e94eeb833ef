/** An id, in letters that cannot be mistaken for each other and are copied with one click. */
export function Mono({ children }: { readonly children: string }) {
  return <code className="select-all break-all font-mono text-[0.9375em]">{children}</code>;
}
