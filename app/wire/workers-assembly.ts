import type { Language, Translated } from "../domain/kernel/languages.ts";
import type { Stage } from "../domain/workers-assembly/stage.ts";
import type { Theme } from "./survey-pages.ts";

/** What every page of one workers' assembly says at its head. Days are ISO. */
export type EditionHead = {
  slug: string;
  titles: Translated;
  stage: Stage;
  seats: number;
  meetsOn?: string;
  place: string;
  campaign: { slug: string; titles: Translated; themes: Theme[] };
  /** The slug of its assembly, where it meets and votes, once there is one. */
  session?: string;
  /** The reader coordinates it: a worker named in the campaign. */
  coordinates: boolean;
  /** The reader observes for the management, and is told so. */
  observes: boolean;
};

/** A workers' assembly that gathers proposals, and in which the reader may propose. */
export type GatheringEdition = { slug: string; titles: Translated };

/** Proposals that came of a lab or a workshop, counted; nobody is named with them. */
export type CameOfIt = {
  total: number;
  /** The latest of them, each as it goes on; a number once the list is frozen. */
  proposals: {
    id: string;
    slug: string;
    number?: number;
    language: Language;
    sentence: string;
  }[];
};

/** What a lab or a workshop says of proposals: what came of it, and where one may make another. */
export type ProposalsOfIt = CameOfIt & { proposeIn: GatheringEdition[] };
