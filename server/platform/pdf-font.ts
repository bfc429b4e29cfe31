import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// What pdfkit itself reads fonts with.
const load = createRequire(import.meta.url);
const fontkit = createRequire(load.resolve("pdfkit"))("fontkit") as {
  create: (file: Uint8Array) => Font;
};

const FILES = ["latin", "latin-ext"].map(
  (letters) =>
    `@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${letters}-wght-normal.woff2`,
);

type Point = { x: number; y: number; onCurve: boolean };
type Glyph = { id: number; advanceWidth: number; _getContours: () => Point[][] };

/** What is used here of a font of fontkit 2. */
type Font = {
  getGlyph: (id: number) => Glyph;
  hasGlyphForCodePoint: (code: number) => boolean;
  glyphForCodePoint: (code: number) => Glyph;
  createSubset: () => Subset;
};
type Subset = {
  glyf: Buffer[];
  offset: number;
  loca: { offsets: number[] };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  _addGlyph: (id: number) => number;
};
type LaidGlyph = { id: number; advanceWidth: number; codePoints: number[] };

/** Glyphs of the second file are numbered from here. */
const STEP = 0x4000;

let files: Font[] | undefined;
const fontFiles = (): Font[] =>
  (files ??= FILES.map((file) => fontkit.create(readFileSync(load.resolve(file)))));

/** Whether the text face has this letter. */
export function hasLetter(code: number): boolean {
  return fontFiles().some((file) => file.hasGlyphForCodePoint(code));
}

/**
 * The text face of the pages for PDFs: Latin with all its accents, from two files as one font, of
 * which a document carries the letters that it writes.
 */
export function textFace(): PDFKit.Mixins.PDFFontSource {
  const all = fontFiles();
  const [first] = all;
  if (!first) throw new Error("the text face is gone");
  const glyphOf = (id: number) => (all[Math.floor(id / STEP)] ?? first).getGlyph(id % STEP);
  const laid = (code: number): LaidGlyph => {
    const at = Math.max(
      0,
      all.findIndex((file) => file.hasGlyphForCodePoint(code)),
    );
    const { id, advanceWidth } = (all[at] ?? first).glyphForCodePoint(code);
    return { id: id + at * STEP, advanceWidth, codePoints: [code] };
  };
  return Object.create(first, {
    layout: { value: (text: string) => run([...text].map((one) => laid(one.codePointAt(0) ?? 0))) },
    createSubset: { value: () => subsetOf(first.createSubset(), glyphOf) },
  }) as PDFKit.Mixins.PDFFontSource;
}

function run(glyphs: LaidGlyph[]) {
  return {
    glyphs,
    positions: glyphs.map(({ advanceWidth: xAdvance }) => ({
      xAdvance,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    })),
    advanceWidth: glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
  };
}

/** fontkit copies outlines as they lie in the file, which those of WOFF2 files do not: written anew. */
function subsetOf(subset: Subset, glyphOf: (id: number) => Glyph): Subset {
  subset._addGlyph = (id) => {
    const glyph = glyphOf(id);
    const { bytes, bearing } = outlineOf(glyph._getContours());
    subset.glyf.push(bytes);
    subset.loca.offsets.push(subset.offset);
    subset.hmtx.metrics.push({ advance: glyph.advanceWidth, bearing });
    subset.offset += bytes.length;
    return subset.glyf.length - 1;
  };
  return subset;
}

/** An outline as the TrueType table "glyf" holds a simple glyph: no instructions, plain numbers. */
function outlineOf(contours: Point[][]): { bytes: Buffer; bearing: number } {
  const points = contours.flat();
  if (points.length === 0) return { bytes: Buffer.alloc(0), bearing: 0 };
  const axes = [points.map(({ x }) => Math.round(x)), points.map(({ y }) => Math.round(y))];
  const [left = 0, bottom = 0] = axes.map((values) => Math.min(...values));
  const [right = 0, top = 0] = axes.map((values) => Math.max(...values));
  const length = 12 + 2 * contours.length + 5 * points.length;
  const bytes = Buffer.alloc(Math.ceil(length / 4) * 4);
  let at = 0;
  const number = (value: number) => {
    at = bytes.writeInt16BE(value, at);
  };
  [contours.length, left, bottom, right, top].forEach(number);
  let last = -1;
  for (const contour of contours) number((last += contour.length));
  number(0); // instructions
  for (const { onCurve } of points) at = bytes.writeUInt8(onCurve ? 1 : 0, at);
  for (const values of axes) values.forEach((value, n) => number(value - (values[n - 1] ?? 0)));
  return { bytes, bearing: left };
}
