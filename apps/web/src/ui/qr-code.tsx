type QrCodeProps = {
  /** The drawing, as SVG. */
  readonly svg: string;
  /** The text alternative: what scanning the code does. */
  readonly alt: string;
};

/** A QR code. It is dark on white in every theme, because cameras need that. */
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
