import { formatDate, formatDateTime } from "#app/i18n/format.ts";
import { inLanguage, isLanguage, type Language } from "#domain/kernel/languages.ts";
import { type MinutedVote, type MinutesDocument, textsInLaw } from "#domain/minutes/document.ts";
import type { MinutesFile } from "#wire/minutes.ts";
import { beginPdf, heavy, type Pdf } from "../../platform/pdf.ts";
import { printable } from "../../platform/pdf-text.ts";
import { type Speaker, speakerOf } from "./draft-sections.ts";
import { voteInWords } from "./vote-in-words.ts";

type Role = "H1" | "H2" | "H3" | "P" | "BlockQuote";

/** Points. A4 upright, with a margin on which a hand can initial. */
const MARGIN = 64;
const SIZE: Record<Role, number> = { H1: 20, H2: 14, H3: 11.5, P: 10.5, BlockQuote: 10.5 };
const ABOVE: Record<Role, number> = { H1: 0, H2: 1.2, H3: 0.8, P: 0.35, BlockQuote: 0.35 };
/** Height that a heading wants below itself: it does not stand alone at the foot of a page. */
const KEEP = 80;

/** Writes one paragraph under its role, so that a screen reader follows the same structure. */
type Writer = (role: Role, text: string, language?: string) => void;

/**
 * Minutes as a tagged PDF: what is on the page, the fingerprint, who signed, and room to sign by
 * hand (rules §1.9).
 */
export function minutesPdf(file: MinutesFile): Promise<Buffer> {
  const { document } = file;
  const language: Language = isLanguage(document.language) ? document.language : "fr";
  const speaker = speakerOf(language);
  const title = `${speaker.say("title")} – ${titleOf(document, language)}`;
  const pdf = beginPdf({ title, language, margin: MARGIN });
  const write = writerOf(pdf);
  write("H1", title);
  if (!file.hash) write("P", speaker.say("draft.sign"));
  writeSections(document, speaker, write);
  writeAddenda(file, speaker, write);
  writeSignatures(file, speaker, write);
  return pdf.end((page, pages) => speaker.say("pdf.page", { page, pages }));
}

function titleOf({ record }: MinutesDocument, language: Language): string {
  return inLanguage(record.assembly.title, language)?.value ?? record.assembly.slug;
}

function writerOf({ doc, root }: Pdf): Writer {
  return (role, text, language) => {
    const isHead = role.startsWith("H");
    doc.fontSize(SIZE[role]);
    doc.moveDown(ABOVE[role]);
    if (isHead && doc.y > doc.page.height - MARGIN - KEEP) doc.addPage();
    const left = role === "BlockQuote" ? MARGIN + 18 : MARGIN;
    root.add(
      doc.struct(role, language ? { lang: language } : {}, () => {
        doc.text(printable(text), left, doc.y, {
          width: doc.page.width - left - MARGIN,
          ...(isHead ? heavy(doc, SIZE[role]) : {}),
        });
      }),
    );
  };
}

function writeSections({ sections, record }: MinutesDocument, speaker: Speaker, write: Writer) {
  for (const { key, title, text } of sections) {
    write("H2", title);
    for (const paragraph of paragraphsOf(text)) write("P", paragraph);
    const votes =
      key === "loose"
        ? record.loose.votes
        : (record.items.find(({ id }) => key === `item:${id}`)?.votes ?? []);
    for (const vote of votes) writeVote(vote, record, speaker, write);
  }
}

function writeVote(
  vote: MinutedVote,
  { assembly }: MinutesDocument["record"],
  speaker: Speaker,
  write: Writer,
): void {
  const titles = Object.fromEntries(
    Object.entries(vote.texts).map(([language, text]) => [language, text.title]),
  );
  write("H3", speaker.say("vote.heading", { title: speaker.words(titles) }));
  const inLaw = textsInLaw(vote.texts, speaker.language, assembly.authoritativeLanguages);
  for (const [language, { title, text }] of inLaw) {
    write("BlockQuote", text || title, language);
  }
  for (const sentence of voteInWords(vote, speaker)) write("P", sentence);
}

function writeAddenda({ addenda }: MinutesFile, { say, language }: Speaker, write: Writer): void {
  if (addenda.length === 0) return;
  write("H2", say("addenda.heading"));
  for (const { position, text, author, at, hash } of addenda) {
    write("H3", say("addenda.title", { position }));
    for (const paragraph of paragraphsOf(text)) write("P", paragraph);
    write("P", say("addenda.by", { author, at: formatDateTime(language, at) }));
    write("P", say("pdf.fingerprint", { hash }));
  }
}

function writeSignatures(file: MinutesFile, { say, language }: Speaker, write: Writer): void {
  const { hash, frozenAt, signatures, document } = file;
  write("H2", say("signatures.heading"));
  if (hash && frozenAt) {
    write("P", say("frozen.on", { day: formatDate(language, frozenAt) }));
    write("P", say("pdf.fingerprint", { hash }));
  }
  for (const { name, capacity, at } of signatures) {
    const values = {
      name,
      capacity: say(`capacity.${capacity}`),
      at: formatDateTime(language, at),
    };
    write("P", say("signatures.line", values));
  }
  // Those of the bureau who have not signed here may sign on paper.
  for (const { capacity, name } of document.record.bureau) {
    if (signatures.some((signature) => signature.name === name)) continue;
    write("P", `\n${name}, ${say(`capacity.${capacity}`)} ${"_".repeat(32)}`);
  }
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
}
