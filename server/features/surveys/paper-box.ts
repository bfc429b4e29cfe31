import type { Language } from "#domain/kernel/languages.ts";
import type { Paper } from "#domain/surveys/answers.ts";
import type { Sealing } from "../../platform/sealing.ts";

/** One paper as it waits in the tray: what was said, on which version, and in which language. */
export type WaitingPaper = Paper & { version: number; language: Language };

/** Papers have one of a few lengths: 2 KiB, twice that, and so on. A length tells little then. */
const SHORTEST_BYTES = 2_048;
const LENGTH_BYTES = 4;

const purposeOf = (surveyId: string) => `survey-paper/${surveyId}`;

/** Seals a paper for the tray: who reads the database alone reads nothing of it there. */
export function sealPaper(sealing: Sealing, surveyId: string, paper: WaitingPaper): Buffer {
  const text = Buffer.from(JSON.stringify(paper));
  let length = SHORTEST_BYTES;
  while (length < text.length + LENGTH_BYTES) length *= 2;
  const padded = Buffer.alloc(length);
  padded.writeUInt32BE(text.length);
  text.copy(padded, LENGTH_BYTES);
  return sealing.seal(purposeOf(surveyId), padded);
}

export function unsealPaper(sealing: Sealing, surveyId: string, sealed: Uint8Array): WaitingPaper {
  const padded = sealing.unseal(purposeOf(surveyId), sealed);
  const text = padded.subarray(LENGTH_BYTES, LENGTH_BYTES + padded.readUInt32BE());
  return JSON.parse(text.toString("utf8")) as WaitingPaper;
}
