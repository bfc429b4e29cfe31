import type { Language } from "#domain/kernel/languages.ts";
import { translator } from "#app/i18n/server.ts";
import { beginPdf, heavy, type Pdf } from "../../../platform/pdf.ts";
import { printable } from "../../../platform/pdf-text.ts";
import { type Block, blocksOf, type Told } from "./blocks.ts";

type Role = Exclude<Block["role"], "Grades">;
type Written = Extract<Block, { role: Role }>;
type Graded = Extract<Block, { role: "Grades" }>;

/** Points. A4 upright. */
const MARGIN = 64;
const SIZE: Record<Role, number> = {
  H1: 22,
  H2: 15,
  H3: 12,
  H4: 10.5,
  P: 10.5,
  BlockQuote: 10.5,
  LI: 10.5,
};
const ABOVE: Record<Role, number> = {
  H1: 0,
  H2: 1.4,
  H3: 1,
  H4: 0.6,
  P: 0.35,
  BlockQuote: 0.35,
  LI: 0.2,
};
/** Height that a heading wants below itself: it does not stand alone at the foot of a page. */
const KEEP = 90;
const BAR = 16;

/** From the worst grade to the best: told apart by lightness too, on a printer without colours. */
const INKS = ["#b4431f", "#d99b84", "#f0dcae", "#b9d3c6", "#6d9c88", "#1f5c4a"];

/** A book of demands as a tagged PDF, ready to print: the same words as its page. */
export function bookPdf(told: Told, language: Language): Promise<Buffer> {
  const { t } = translator(language);
  const blocks = blocksOf(told, language);
  const title = blocks[0]!.text;
  const pdf = beginPdf({ title, language, margin: MARGIN });
  for (const block of blocks) {
    if (block.role === "Grades") drawGrades(pdf, block);
    else write(pdf, block);
  }
  return pdf.end((page, pages) => t("workers-book:pdf.page", { page, pages }));
}

function write({ doc, root }: Pdf, { role, text, language }: Written): void {
  const isHead = role.startsWith("H");
  doc.fontSize(SIZE[role]);
  doc.moveDown(ABOVE[role]);
  if (isHead && doc.y > doc.page.height - MARGIN - KEEP) doc.addPage();
  const left = role === "BlockQuote" || role === "LI" ? MARGIN + 16 : MARGIN;
  // A list of one entry each: none of them is long enough to want a number.
  const words = role === "LI" ? `– ${text}` : text;
  root.add(
    doc.struct(role === "LI" ? "P" : role, language ? { lang: language } : {}, () => {
      doc.text(printable(words), left, doc.y, {
        width: doc.page.width - left - MARGIN,
        ...(isHead ? heavy(doc, SIZE[role]) : {}),
      });
    }),
  );
}

/** Ballots by grade, the best from the left, with the line of the half; then the same in words. */
function drawGrades(pdf: Pdf, { grades, text }: Graded): void {
  const { doc, root } = pdf;
  const whole = grades.reduce((sum, count) => sum + count, 0);
  if (whole === 0) return;
  doc.moveDown(0.4);
  if (doc.y > doc.page.height - MARGIN - KEEP) doc.addPage();
  const [top, width] = [doc.y, doc.page.width - 2 * MARGIN];
  root.add(
    doc.struct("Figure", { alt: printable(text) }, () => {
      let left = MARGIN;
      for (const grade of [...grades.keys()].reverse()) {
        const part = (width * grades[grade]!) / whole;
        doc.rect(left, top, part, BAR).fill(INKS[grade] ?? "#000");
        left += part;
      }
      const half = MARGIN + width / 2;
      doc.lineWidth(1.5).strokeColor("black");
      doc
        .moveTo(half, top - 3)
        .lineTo(half, top + BAR + 3)
        .stroke();
      doc.fillColor("black");
    }),
  );
  doc.y = top + BAR + 2;
  write(pdf, { role: "P", text });
}
