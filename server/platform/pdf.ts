import { createRequire } from "node:module";

// Under Node the package names a file for `require` alone.
const load = createRequire(import.meta.url);

/** Begins a PDF. */
export const PDFDocument = load("pdfkit") as typeof import("pdfkit");
