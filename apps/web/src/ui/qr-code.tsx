type QrCodeProps = {
  /** The drawing, as SVG. */
  readonly svg: string;
  /** What scanning it does, for whoever cannot see it. */
  readonly alt: string;
};

/** A code for a phone's camera. It stays dark on white in every theme, for that is what cameras read. */
export function QrCode({ svg, alt }: QrCodeProps) {
  return (
    <img
      src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`}
      alt={alt}
      width={200}
      height={200}
      className="rounded border border-line bg-white"
    />
  );
}
