import type { Language, Translated } from "../../app/domain/kernel/languages.ts";
import type { Stage } from "../../app/domain/workers-assembly/stage.ts";
import { addDays } from "./days.ts";
import { demoId } from "./ids.ts";
import { DEMANDS } from "./ledger-demands.ts";
import { IN_THE_OTHER_LANGUAGE } from "./workers-assembly-first.ts";
import { SECOND_LIST, type SeedProposal } from "./workers-assembly-second.ts";
import { WALL } from "./workers-assembly-third.ts";

/** One workers' assembly of the demo. */
export type SeedEdition = {
  id: string;
  slug: string;
  campaignId: string;
  titles: Translated;
  stage: Stage;
  place: string;
  languages: Language[];
  previousId?: string;
  days: (today: string) => { createdOn: string; frozenOn?: string; meetsOn: string };
  proposals: readonly SeedProposal[];
  /** The number of its first proposal among those of the demo. */
  firstProposal: number;
};

const THEMES = { pay: "t1", accidents: "t2", sickness: "t3" } as const;
const OFFICES = { Antwerpen: "antwerpen", Bruxelles: "bruxelles", Gent: "gent", Liège: "liege" };

export const FIRST: SeedEdition = {
  id: demoId("workers-assembly", 1),
  slug: "premiere-assemblee",
  campaignId: demoId("campaign", 1),
  titles: {
    fr: "Première assemblée des travailleuses et travailleurs",
    nl: "Eerste assemblee van de werkenden",
    de: "Erste Versammlung der Arbeitenden",
    en: "First workers’ assembly",
  },
  stage: "transmitted",
  place: "Bruxelles",
  languages: ["fr", "nl"],
  days: () => ({ createdOn: "2024-02-05", frozenOn: "2024-10-21", meetsOn: "2024-11-14" }),
  proposals: DEMANDS.map(({ theme, city, language, title, text, debated }, at) => ({
    theme: THEMES[theme],
    city: OFFICES[city],
    kind: debated || at % 3 > 0 ? "demand" : "action",
    language,
    source: [title, text] as const,
    other: { language: language === "fr" ? "nl" : "fr", text: IN_THE_OTHER_LANGUAGE[at]! },
  })),
  firstProposal: 1,
};

export const SECOND: SeedEdition = {
  id: demoId("workers-assembly", 2),
  slug: "deuxieme-assemblee",
  campaignId: demoId("campaign", 1),
  titles: {
    fr: "Deuxième assemblée des travailleuses et travailleurs",
    nl: "Tweede assemblee van de werkenden",
    de: "Zweite Versammlung der Arbeitenden",
    en: "Second workers’ assembly",
  },
  stage: "ranking",
  place: "Bruxelles",
  languages: ["fr", "nl"],
  previousId: FIRST.id,
  days: (today) => ({
    createdOn: addDays(today, -110),
    frozenOn: addDays(today, -9),
    meetsOn: addDays(today, 24),
  }),
  proposals: SECOND_LIST,
  firstProposal: 101,
};

export const THIRD: SeedEdition = {
  id: demoId("workers-assembly", 3),
  slug: "metiers-de-la-scene",
  campaignId: demoId("campaign", 2),
  titles: {
    fr: "Assemblée des métiers de la scène",
    nl: "Assemblee van de podiumberoepen",
    de: "Versammlung der Bühnenberufe",
    en: "Assembly of the stage trades",
  },
  stage: "gathering",
  place: "Liège",
  languages: ["fr", "nl", "de"],
  days: (today) => ({ createdOn: addDays(today, -38), meetsOn: addDays(today, 75) }),
  proposals: WALL,
  firstProposal: 201,
};
