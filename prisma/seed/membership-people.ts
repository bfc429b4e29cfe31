import type { Language } from "../../app/domain/kernel/languages.ts";
import type { Row } from "./batch.ts";
import { demoId } from "./ids.ts";
import type { CategoryId, Office } from "./membership-figures.ts";
import { OFFICES } from "./membership-figures.ts";
import { addressPart, inventName, inventOrganisation } from "./names.ts";
import type { Persona } from "./personas.ts";
import { PERSONAS } from "./personas.ts";
import type { SeededRandom } from "./random.ts";

/** A row of the table person; columns have the names of the table. */
export type PersonRow = Row & {
  id: string;
  kind: "natural" | "legal";
  language: Language;
  given_name: string;
  family_name: string;
};

/** Offices with the languages spoken there, and how many people have theirs there. */
const PLACES = OFFICES.map(
  (office) =>
    [[office, Object.entries(office.speaks) as [Language, number][]], office.share] as const,
);

/** Makes invented persons one after the other, the personas first. */
export type PeopleMaker = {
  rows: PersonRow[];
  natural: () => PersonRow;
  legal: () => PersonRow;
};

export function peopleMaker(random: SeededRandom): PeopleMaker {
  const rows = PERSONAS.map(personaRow);
  const organisations: Partial<Record<Language, number>> = {};

  const place = () => {
    const [office, spoken] = weighted(random, PLACES);
    return { office, language: weighted(random, spoken) };
  };
  const add = (row: PersonRow) => {
    rows.push(row);
    return row;
  };

  return {
    rows,
    natural: () => {
      const { office, language } = place();
      const { givenName, familyName } = inventName(random, language);
      const n = rows.length + 1;
      return add({
        id: demoId("person", n),
        kind: "natural",
        given_name: givenName,
        family_name: familyName,
        language,
        office_id: office.id,
        ...reachedBy(random, office, `${addressPart(givenName)}.${addressPart(familyName)}.${n}`),
      });
    },
    legal: () => {
      const { office, language } = place();
      const tongue = language === "nl" ? "nl" : "fr";
      const count = (organisations[tongue] = (organisations[tongue] ?? -1) + 1);
      const n = rows.length + 1;
      return add({
        id: demoId("person", n),
        kind: "legal",
        given_name: "",
        family_name: inventOrganisation(count, tongue),
        language: tongue,
        office_id: office.id,
        email: null,
        email_status: "none",
        postal: postalAddress(random, office),
      });
    },
  };
}

/** About three in a hundred cannot be reached by mail: two bounce, one has no address. */
function reachedBy(random: SeededRandom, office: Office, localPart: string) {
  const lot = random.below(100);
  if (lot === 0) {
    return { email: null, email_status: "none", postal: postalAddress(random, office) };
  }
  const email_status = lot < 3 ? "bounced" : "working";
  return { email: `${localPart}@membres.example`, email_status, postal: "" };
}

function postalAddress(random: SeededRandom, office: Office): string {
  return `Rue de l’Exemple ${1 + random.below(180)}, ${office.name}`;
}

function personaRow(persona: Persona): PersonRow {
  return {
    id: persona.personId,
    kind: "natural",
    given_name: persona.givenName,
    family_name: persona.familyName,
    language: persona.language,
    office_id: persona.office,
    email: persona.email,
    email_status: "working",
    postal: "",
  };
}

function weighted<T>(random: SeededRandom, choices: readonly (readonly [T, number])[]): T {
  let lot = random.below(choices.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [choice, weight] of choices) {
    lot -= weight;
    if (lot < 0) return choice;
  }
  throw new Error("weights must add up to more than nothing");
}

/** Shares at admission (invented): mostly one, so that persons and shares are not the same count. */
export function sharesAtAdmission(random: SeededRandom, category: CategoryId): number {
  if (category === "C") return 20 + 10 * random.below(9);
  if (category === "B") return 5 + random.below(16);
  const lot = random.below(200);
  if (lot < 176) return 1;
  if (lot < 190) return 2;
  if (lot < 197) return 5;
  return lot < 199 ? 10 : 20;
}
