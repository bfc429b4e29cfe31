import type { QrPicture } from "#wire/check-in.ts";
import "./check-in.css";

/** A QR code that a camera reads by day and by night: always dark on light. */
export function QrImage({ qr, label }: { qr: QrPicture; label: string }) {
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${qr.size} ${qr.size}`}
      shapeRendering="crispEdges"
    >
      <rect className="qr-paper" width={qr.size} height={qr.size} />
      <path className="qr-ink" d={qr.path} />
    </svg>
  );
}
