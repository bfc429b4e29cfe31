import { formatDate, formatDateTime, formatNumber, formatTime } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/server.ts";
import { inLanguage, type Language } from "#domain/kernel/languages.ts";
import { beginPdf, type Doc, type Element, heavy } from "../../platform/pdf.ts";
import { printable } from "../../platform/pdf-text.ts";
import { capacityOf } from "./attendance-csv.ts";
import type { AttendanceList, Attendee } from "./attendance-list.ts";

/** Points. A4 lying, as attendance lists are: eight columns and room to sign. */
const MARGIN = 36;
const TEXT = 8.5;
const ROW_HEIGHT = 27;

// Shares of the width between the margins.
const COLUMNS = [
  { key: "number", width: 0.05 },
  { key: "name", width: 0.22 },
  { key: "registerNo", width: 0.09 },
  { key: "capacity", width: 0.15 },
  { key: "shares", width: 0.06 },
  { key: "presence", width: 0.22 },
  { key: "signature", width: 0.21 },
] as const;
type ColumnKey = (typeof COLUMNS)[number]["key"];

/** The attendance list to sign, a tagged PDF: a table with heads that a screen reader follows. */
export function attendancePdf(list: AttendanceList, language: Language): Promise<Buffer> {
  const { t } = translator(language);
  const title = inLanguage(list.assembly.title, language)?.value ?? list.assembly.slug;
  const heading = t("check-in:list.heading");
  const { doc, root, end } = beginPdf({
    title: `${heading} – ${title}`,
    language,
    margin: MARGIN,
    lying: true,
  });
  writeHead(doc, root, list, { language, title, heading });
  writeTable(doc, root, list.attendees, language);
  writeBureau(doc, root, language);
  return end((page, count) => t("check-in:list.page", { page, count }));
}

type Head = { language: Language; title: string; heading: string };

function writeHead(doc: Doc, root: Element, list: AttendanceList, head: Head): void {
  const { t } = translator(head.language);
  const number = (value: number) => formatNumber(head.language, value);
  const { persons, shares, guests, rollPersons, rollShares } = list.totals;
  paragraph(doc, root, "H1", 16, `${head.heading} – ${head.title}`);
  paragraph(
    doc,
    root,
    "P",
    10,
    t("check-in:list.intro", {
      day: formatDate(head.language, list.assembly.day, "full"),
      made: formatDateTime(head.language, list.madeAt),
    }),
  );
  const totals = t("check-in:list.totals", {
    persons: number(persons),
    shares: number(shares),
    rollPersons: number(rollPersons),
    rollShares: number(rollShares),
    guests: number(guests),
  });
  paragraph(doc, root, "P", 10, totals);
  doc.moveDown(0.5);
}

function paragraph(doc: Doc, root: Element, role: "H1" | "P", size: number, text: string): void {
  root.add(
    doc.struct(role, {}, () => {
      const weight = role === "H1" ? heavy(doc, size) : {};
      doc.fontSize(size).text(printable(text), MARGIN, doc.y, weight);
    }),
  );
}

function writeTable(doc: Doc, root: Element, attendees: Attendee[], language: Language): void {
  const table = doc.struct("Table");
  root.add(table);
  let top = writeRow(doc, table, headCells(language), doc.y, "TH");
  attendees.forEach((attendee, index) => {
    if (top + ROW_HEIGHT > doc.page.height - MARGIN - 20) {
      doc.addPage();
      // Heads again for eyes; the table's own are read once.
      doc.markContent("Artifact", { type: "Layout" });
      drawCells(doc, headCells(language), MARGIN, true);
      doc.endMarkedContent();
      top = MARGIN + ROW_HEIGHT;
    }
    top = writeRow(doc, table, cellsOf(attendee, index + 1, language), top, "TD");
  });
  table.end();
  doc.y = top;
}

type Cells = Record<ColumnKey, string>;

function writeRow(doc: Doc, table: Element, cells: Cells, top: number, role: "TH" | "TD"): number {
  const row = doc.struct("TR");
  table.add(row);
  for (const [column, left, width] of placed(doc)) {
    row.add(
      doc.struct(role, {}, () => drawCell(doc, cells[column], { left, top, width }, role === "TH")),
    );
  }
  row.end();
  doc.markContent("Artifact", { type: "Layout" });
  const bottom = top + ROW_HEIGHT;
  doc
    .moveTo(MARGIN, bottom)
    .lineTo(doc.page.width - MARGIN, bottom)
    .lineWidth(0.5)
    .stroke("#777777");
  doc.endMarkedContent();
  return bottom;
}

function drawCells(doc: Doc, cells: Cells, top: number, bold: boolean): void {
  for (const [column, left, width] of placed(doc)) {
    drawCell(doc, cells[column], { left, top, width }, bold);
  }
}

type Box = { left: number; top: number; width: number };

function drawCell(doc: Doc, text: string, { left, top, width }: Box, bold: boolean): void {
  doc
    .fontSize(TEXT)
    .fillColor("black")
    // An empty cell is one too: a space keeps its place in the structure.
    .text(printable(text) || " ", left + 2, top + 4, {
      width: width - 4,
      height: ROW_HEIGHT - 6,
      ellipsis: true,
      lineGap: 0,
      ...(bold ? heavy(doc, TEXT) : {}),
    });
}

function* placed(doc: Doc): Generator<[ColumnKey, left: number, width: number]> {
  const room = doc.page.width - 2 * MARGIN;
  let left = MARGIN;
  for (const { key, width } of COLUMNS) {
    yield [key, left, width * room];
    left += width * room;
  }
}

function headCells(language: Language): Cells {
  const { t } = translator(language);
  const entries = COLUMNS.map(({ key }) => [key, t(`check-in:list.columns.${key}`)]);
  return Object.fromEntries(entries) as Cells;
}

function cellsOf(attendee: Attendee, number: number, language: Language): Cells {
  const { t } = translator(language);
  const presence = attendee.intervals
    .map(({ from, to, place }) => {
      const hours = `${formatTime(language, from)}–${to === undefined ? "" : formatTime(language, to)}`;
      return `${hours} ${place || t("check-in:list.online")}`;
    })
    .join(", ");
  return {
    number: String(number),
    name: attendee.name,
    registerNo: attendee.registerNo,
    capacity: capacityOf(attendee, language),
    shares: attendee.shares === undefined ? "" : formatNumber(language, attendee.shares),
    presence,
    signature: "",
  };
}

/** Room for those who answer for the list (rules 1.8): chair, secretary, scrutineers. */
function writeBureau(doc: Doc, root: Element, language: Language): void {
  const { t } = translator(language);
  if (doc.y + 90 > doc.page.height - MARGIN) doc.addPage();
  else doc.moveDown(2);
  paragraph(doc, root, "P", 10, t("check-in:list.certified"));
  for (const office of ["chair", "secretary", "scrutineers"]) {
    doc.moveDown(1);
    const line = `${t(`check-in:list.office.${office}`)} ${"_".repeat(48)}`;
    paragraph(doc, root, "P", 10, line);
  }
}
