import type { Translated } from "../domain/kernel/languages.ts";
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
