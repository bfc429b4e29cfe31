import type { Language } from "../kernel/languages.ts";
import { type ProposalKind, proposalCode } from "./stage.ts";

/** One proposal of a frozen list, in the words it was written in. */
export type FrozenProposal = {
  id: string;
  /** 1, 2 …: P01, P02. */
  number: number;
  kind: ProposalKind;
  /** A theme of the campaign and an office, by their ids; "" for no office. */
  theme: string;
  city: string;
  language: Language;
  sentence: string;
  paragraph: string;
};

/**
 * The frozen list as the file that anybody can download: UTF-8, lines that end in LF. The first line
 * is `palabre-proposals 1 <slug>`; then one JSON array a proposal, in the order of their numbers:
 * `["P01", id, kind, theme, city, language, sentence, paragraph]`, as JSON.stringify writes it.
 * Translations are not in it: they are reviewed until the vote opens and can be checked against it.
 */
export function frozenText(slug: string, proposals: readonly FrozenProposal[]): string {
  const lines = [...proposals]
    .sort((a, b) => a.number - b.number)
    .map(({ number, id, kind, theme, city, language, sentence, paragraph }) =>
      JSON.stringify([proposalCode(number), id, kind, theme, city, language, sentence, paragraph]),
    );
  return `${[`palabre-proposals 1 ${slug}`, ...lines].join("\n")}\n`;
}

/** SHA-256 of the bytes of that file, in hexadecimal: what `sha256sum` says of the download. */
export async function frozenHash(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
