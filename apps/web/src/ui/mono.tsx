/** An id, in an unambiguous font, selected with one click. */
export function Mono({ children }: { readonly children: string }) {
  return <code className="select-all break-all font-mono text-[0.9375em]">{children}</code>;
}
