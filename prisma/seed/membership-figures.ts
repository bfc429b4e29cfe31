import type { Language, Translated } from "../../app/domain/kernel/languages.ts";

// The reports say that there are eight offices and not which: names and opening days are invented.
export type Office = {
  id: string;
  name: string;
  language: Language;
  opensOn: string;
  /** Of a hundred members, how many belong here (invented). */
  share: number;
  /** Of a hundred people here, how many speak what (invented). */
  speaks: Partial<Record<Language, number>>;
};

export const OFFICES: readonly Office[] = [
  {
    id: "bruxelles",
    name: "Bruxelles – Brussel",
    language: "fr",
    opensOn: "2016-11-14",
    share: 37,
    speaks: { fr: 80, nl: 12, en: 8 },
  },
  {
    id: "liege",
    name: "Liège",
    language: "fr",
    opensOn: "2016-11-14",
    share: 17,
    speaks: { fr: 97, de: 1, en: 2 },
  },
  {
    id: "gent",
    name: "Gent",
    language: "nl",
    opensOn: "2016-11-14",
    share: 11,
    speaks: { nl: 92, fr: 4, en: 4 },
  },
  {
    id: "antwerpen",
    name: "Antwerpen",
    language: "nl",
    opensOn: "2016-11-14",
    share: 10,
    speaks: { nl: 90, fr: 4, en: 6 },
  },
  {
    id: "namur",
    name: "Namur",
    language: "fr",
    opensOn: "2017-03-01",
    share: 9,
    speaks: { fr: 99, en: 1 },
  },
  {
    id: "charleroi",
    name: "Charleroi",
    language: "fr",
    opensOn: "2017-09-04",
    share: 8,
    speaks: { fr: 98, en: 2 },
  },
  {
    id: "mons",
    name: "Mons",
    language: "fr",
    opensOn: "2018-02-05",
    share: 6,
    speaks: { fr: 99, en: 1 },
  },
  {
    id: "eupen",
    name: "Eupen",
    language: "de",
    opensOn: "2019-04-01",
    share: 2,
    speaks: { de: 70, fr: 28, en: 2 },
  },
];

export const CATEGORY_IDS = ["A", "B", "C"] as const;
export type CategoryId = (typeof CATEGORY_IDS)[number];

/** No publication defines the categories: the labels send to the statutes. */
export function categoryLabel(id: CategoryId): Translated {
  return {
    fr: `Catégorie ${id}, telle que les statuts la définissent`,
    nl: `Categorie ${id}, zoals de statuten ze omschrijven`,
    de: `Kategorie ${id}, wie die Satzung sie bestimmt`,
    en: `Category ${id}, as the statutes define it`,
  };
}

/**
 * Who was admitted when. Totals of 2023 and 2024 and the stocks at the end of both years are
 * published; how a year's flow divides over categories is not, nor what came before: those are
 * invented so that every published stock comes out.
 */
export type Cohort = {
  from: string;
  to: string;
  admitted: Record<CategoryId, number>;
  /** Resigned during these days, all from category A. */
  resigned: number;
};

export const COHORTS: readonly Cohort[] = [
  { from: "2016-11-14", to: "2022-12-31", admitted: { A: 34_084, B: 70, C: 24 }, resigned: 0 },
  { from: "2023-01-01", to: "2023-12-31", admitted: { A: 3_659, B: 5, C: 2 }, resigned: 174 },
  { from: "2024-01-01", to: "2024-12-31", admitted: { A: 4_186, B: 19, C: 2 }, resigned: 175 },
];

/**
 * Excluded in 2024 according to the report, and yet in the stock at the end of that year: whether
 * and when they took effect is not known, so these six events have no effective day.
 */
export const EXCLUSIONS_2024 = 6;

/** Invented counts of people around the members. */
export const AROUND = { unitHolders: 360, staffMembers: 84, staffOthers: 16, guests: 8 };
