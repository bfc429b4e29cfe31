import { describe, expect, it } from "vitest";
import { beginPdf, heavy } from "#server/platform/pdf.ts";
import { printable } from "#server/platform/pdf-text.ts";

describe("a PDF", () => {
  it("writes names of all of Europe's Latin alphabets as they are", () => {
    const names = "Wałęsa, Őrsi, Ştefănescu, Ağaoğlu, Žižek, Þórsdóttir, Ŵyn";
    expect(printable(names)).toBe(names);
    expect(printable("12\u202f345\u2011a")).toBe("12\u00a0345-a");
    // No such letter in the face: its bare one; another alphabet is left to the empty box.
    expect(printable("Nguyễn")).toBe("Nguyen");
    expect(printable("Ελένη")).toBe("Ελένη");
  });

  it("carries its letters, is tagged, and numbers its pages", async () => {
    const { doc, root, end } = beginPdf({ title: "Łódź", language: "fr", margin: 50 });
    root.add(doc.struct("H1", {}, () => doc.fontSize(20).text("Łódź", heavy(doc, 20))));
    root.add(doc.struct("P", {}, () => doc.fontSize(11).text("Adoptée : « œuvre », Őrsi Ελένη")));
    const file = await end((page, pages) => `${page} / ${pages}`);
    const bytes = file.toString("latin1");
    expect(bytes.startsWith("%PDF-1.7")).toBe(true);
    expect(bytes).toContain("/FontFile2");
    expect(bytes).toContain("AtkinsonHyperlegible");
    expect(bytes).not.toContain("/BaseFont /Helvetica");
    expect(bytes).toContain("/StructTreeRoot");
  });
});
