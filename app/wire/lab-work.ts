import type { Language } from "../domain/kernel/languages.ts";

/** The lab that a page of its inside belongs to, as its reader meets it. */
export type LabInside = {
  id: string;
  slug: string;
  title: string;
  /** The language in which the group works. */
  language: Language;
  /** Whether the reader has a place in it. */
  inside: boolean;
  rights: { work: boolean; lead: boolean };
};
