import QRCode from "qrcode";
import type { QrPicture } from "#wire/check-in.ts";

/** Light squares around the code: scanners want four (ISO/IEC 18004). */
const MARGIN = 4;

/** An address as a QR code: the squares of a side, and one path with every dark square. */
export function qrPicture(text: string): QrPicture {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const rows = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) => modules.get(y, x) === 1),
  );
  const path = rows
    .flatMap((row, y) => runsOf(row).map(([x, width]) => strip(x, y, width)))
    .join("");
  return { size: modules.size + 2 * MARGIN, path };
}

function strip(x: number, y: number, width: number): string {
  return `M${x + MARGIN} ${y + MARGIN}h${width}v1h-${width}z`;
}

/** Dark stretches of a row: where each begins and how long it is. */
function runsOf(row: boolean[]): [start: number, width: number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
