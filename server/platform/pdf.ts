import { createRequire } from "node:module";
import type { Language } from "#domain/kernel/languages.ts";
import { textFace } from "./pdf-font.ts";
import { printable } from "./pdf-text.ts";

// Under Node the package names a file for `require` alone.
const PDFDocument = createRequire(import.meta.url)("pdfkit") as typeof import("pdfkit");

export type Doc = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;

/** A PDF that is being written: what goes into its structure, and all of it once `end` was called. */
export type Pdf = {
  doc: Doc;
  root: Element;
  /** Numbers the pages in these words and answers the file. */
  end: (pageWords: (page: number, pages: number) => string) => Promise<Buffer>;
};

type Sheet = { title: string; language: Language; margin: number; lying?: boolean };

/** Begins a tagged PDF on A4, in the text face of the pages, which it carries. */
export function beginPdf({ title, language, margin, lying = false }: Sheet): Pdf {
  const doc = new PDFDocument({
    size: "A4",
    layout: lying ? "landscape" : "portrait",
    margin,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: language,
    info: { Title: title },
    bufferPages: true,
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  doc.registerFont("text", textFace()).font("text");
  const root = doc.struct("Document");
  doc.addStructure(root);
  const end: Pdf["end"] = (pageWords) => {
    root.end();
    numberPages(doc, margin, pageWords);
    doc.end();
    return done;
  };
  return { doc, root, end };
}

/** Options of a text that stands out: the one weight of the face, with a line around its letters. */
export function heavy(doc: Doc, size: number): PDFKit.Mixins.TextOptions {
  doc.lineWidth(size * 0.035).strokeColor("black");
  return { fill: true, stroke: true };
}

function numberPages(
  doc: Doc,
  margin: number,
  pageWords: (page: number, pages: number) => string,
): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    doc.markContent("Artifact", { type: "Pagination" });
    // Below the margin: pdfkit would begin a page for it otherwise.
    doc.page.margins.bottom = 0;
    doc
      .fontSize(8)
      .text(printable(pageWords(page + 1, count)), margin, doc.page.height - 0.68 * margin, {
        width: doc.page.width - 2 * margin,
        align: "right",
        lineBreak: false,
      });
    doc.endMarkedContent();
  }
}
