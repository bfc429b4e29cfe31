import type { Role } from "../../app/domain/kernel/actor.ts";
import type { Language } from "../../app/domain/kernel/languages.ts";
import { demoId } from "./ids.ts";

/** An invented person of the demo whom anybody may become with one click on the sign-in page. */
export type Persona = {
  key: string;
  personId: string;
  name: string;
  givenName: string;
  familyName: string;
  email: string;
  language: Language;
  office: string;
  /** A sociétaire of category A; the one who is not shows what others may and may not do. */
  member: boolean;
  /** Works in the cooperative's support team. */
  staff: boolean;
  /** Roles in the assembly of today, except those that hold elsewhere (seed/membership.ts). */
  roles: Role[];
  /** What this person can show, in app/i18n/<language>/personas.json. */
  summaryKey: string;
};

type Given = Pick<Persona, "key" | "givenName" | "familyName" | "language" | "office"> &
  Partial<Pick<Persona, "member" | "staff" | "roles">>;

const GIVEN: Given[] = [
  {
    key: "member-fr",
    givenName: "Maëlle",
    familyName: "Ndongo-Pirard",
    language: "fr",
    office: "bruxelles",
  },
  {
    key: "member-nl",
    givenName: "Wannes",
    familyName: "Okkerveld",
    language: "nl",
    office: "gent",
  },
  {
    key: "moderator",
    givenName: "Inès",
    familyName: "Valdrique",
    language: "fr",
    office: "liege",
    roles: ["moderator"],
  },
  {
    key: "chair",
    givenName: "Béatrice",
    familyName: "Lomonde",
    language: "fr",
    office: "namur",
    roles: ["chair"],
  },
  {
    key: "scrutineer",
    givenName: "Dirk",
    familyName: "Palmerens",
    language: "nl",
    office: "antwerpen",
    roles: ["scrutineer"],
  },
  {
    key: "facilitator",
    givenName: "Salomé",
    familyName: "Tchividor",
    language: "fr",
    office: "charleroi",
    roles: ["facilitator"],
  },
  {
    key: "director",
    givenName: "Karim",
    familyName: "Wuyvelaert",
    language: "nl",
    office: "bruxelles",
    roles: ["director"],
  },
  {
    key: "organiser",
    givenName: "Lucie",
    familyName: "Hantemont",
    language: "fr",
    office: "bruxelles",
    staff: true,
    roles: ["organiser"],
  },
  {
    key: "secretary",
    givenName: "Yohan",
    familyName: "Escarmelle",
    language: "fr",
    office: "bruxelles",
    staff: true,
    roles: ["secretary"],
  },
  {
    key: "second-moderator",
    givenName: "Femke",
    familyName: "Oudershoven",
    language: "nl",
    office: "gent",
    roles: ["moderator"],
  },
  {
    key: "representative",
    givenName: "Tarik",
    familyName: "Boschmarin",
    language: "fr",
    office: "mons",
  },
  {
    key: "member-de",
    givenName: "Annelie",
    familyName: "Krautwisch",
    language: "de",
    office: "eupen",
  },
  {
    key: "desk",
    givenName: "Pieter",
    familyName: "Zwartebrook",
    language: "nl",
    office: "antwerpen",
    staff: true,
    roles: ["desk"],
  },
  {
    key: "register-keeper",
    givenName: "Odile",
    familyName: "Framboisel",
    language: "fr",
    office: "bruxelles",
    staff: true,
    roles: ["register_keeper"],
  },
  {
    key: "unit-holder",
    givenName: "Nour",
    familyName: "Castelmore",
    language: "fr",
    office: "liege",
    member: false,
  },
  // Three keep the secret of an urn; any two of them open it.
  {
    key: "second-scrutineer",
    givenName: "Aurore",
    familyName: "Mestrival",
    language: "fr",
    office: "liege",
    roles: ["scrutineer"],
  },
  {
    key: "third-scrutineer",
    givenName: "Jorn",
    familyName: "Haverschelde",
    language: "nl",
    office: "gent",
    roles: ["scrutineer"],
  },
  {
    key: "steward",
    givenName: "Solveig",
    familyName: "Marchandise-Okoro",
    language: "fr",
    office: "namur",
    roles: ["steward"],
  },
  {
    key: "support",
    givenName: "Zélie",
    familyName: "Framontel",
    language: "fr",
    office: "bruxelles",
    staff: true,
    roles: ["support_staff"],
  },
];

/** The personas, those that the demo's visitors want first at the top. */
export const PERSONAS: readonly Persona[] = GIVEN.map((given, at) => ({
  member: true,
  staff: false,
  roles: [],
  ...given,
  personId: demoId("person", at + 1),
  name: `${given.givenName} ${given.familyName}`,
  email: `${given.key}@demo.example`,
  summaryKey: `personas:${given.key}`,
}));

/** The persona with this key; a key that does not exist is a mistake in the program. */
export function persona(key: string): Persona {
  const found = PERSONAS.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`no persona ${key}`);
  return found;
}
