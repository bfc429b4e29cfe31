import type { MethodName } from "../../app/domain/decisions/registry.ts";
import type { Translated } from "../../app/domain/kernel/languages.ts";
import { inventName } from "./names.ts";
import { seededRandom } from "./random.ts";

/** What a decision asks by another method than a resolution. */
export type SeedElection = {
  method: Exclude<MethodName, "resolution">;
  settings: Record<string, unknown>;
  options: { id: string; label: Translated }[];
  rehearsal?: boolean;
  /** A consultation, unless it is a decision of the assembly. */
  statutory?: boolean;
};

/** A decision as the seed plans it; `texts` are in the order fr, nl, de, en. */
export type SeedElectionDecision = {
  item: string;
  matter: "ordinary";
  legalBasis: string;
  seal?: "server";
  texts: Translated<{ title: string; text: string }>;
  election: SeedElection;
};

/** Four words for the same thing: fr, nl, de, en. */
type Words = [fr: string, nl: string, de: string, en: string];

export function options(...words: Words[]): SeedElection["options"] {
  return words.map(([fr, nl, de, en], at) => ({ id: `o${at + 1}`, label: { fr, nl, de, en } }));
}

/** Invented people: the same at every seeding, whatever else is drawn. */
export function candidates(count: number, seed: number): SeedElection["options"] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, at) => {
    const { givenName, familyName } = inventName(random, at % 2 === 0 ? "fr" : "nl");
    const name = `${givenName} ${familyName}`;
    return { id: `c${at + 1}`, label: { fr: name, nl: name, de: name, en: name } };
  });
}

/** Today: three seats on the board, secret; and a rehearsal that counts for nothing. */
export function electionsToday(): SeedElectionDecision[] {
  return [
    {
      item: "persons",
      matter: "ordinary",
      legalBasis: "Statuts/Statuten 24",
      seal: "server",
      texts: {
        fr: {
          title: "Élire trois administrateurs et administratrices",
          text: "Trois mandats sont à pourvoir : deux de quatre ans et un de deux ans. Votez pour ou contre chaque candidature. Est élu·e qui reçoit plus de voix pour que contre ; les mandats les plus longs vont à qui a le plus de voix pour. Candidatures inventées pour la démonstration.",
        },
        nl: {
          title: "Drie bestuurders verkiezen",
          text: "Er zijn drie mandaten te begeven: twee van vier jaar en één van twee jaar. Stem voor of tegen elke kandidatuur. Verkozen is wie meer stemmen voor dan tegen krijgt; de langste mandaten gaan naar wie de meeste stemmen voor heeft. Kandidaturen verzonnen voor de demonstratie.",
        },
        de: {
          title: "Drei Verwaltungsratsmitglieder wählen",
          text: "Drei Mandate sind zu vergeben: zwei für vier Jahre und eines für zwei Jahre. Stimmen Sie für oder gegen jede Kandidatur. Gewählt ist, wer mehr Ja- als Nein-Stimmen erhält; die längsten Mandate gehen an die meisten Ja-Stimmen. Für die Vorführung erfundene Kandidaturen.",
        },
        en: {
          title: "Elect three directors",
          text: "Three seats are to be filled: two for four years and one for two. Vote for or against each candidate. Whoever has more votes for than against is elected; the longest terms go to those with the most votes for. Candidates invented for the demonstration.",
        },
      },
      election: {
        method: "per-candidate",
        settings: { seats: 3, terms: [4, 4, 2] },
        options: candidates(5, 24),
        statutory: true,
      },
    },
    {
      item: "reports",
      matter: "ordinary",
      legalBasis: "",
      texts: {
        fr: {
          title: "Essai : quels fruits pour la pause ?",
          text: "Pour essayer le bulletin avant les vrais votes : cochez tous les fruits que vous aimez. Cet essai ne compte pour rien et peut être recommencé.",
        },
        nl: {
          title: "Repetitie: welk fruit voor de pauze?",
          text: "Om het stembiljet uit te proberen vóór de echte stemmingen: vink al het fruit aan dat u lust. Deze repetitie telt nergens voor mee en kan opnieuw beginnen.",
        },
        de: {
          title: "Probe: welches Obst für die Pause?",
          text: "Um den Stimmzettel vor den echten Abstimmungen auszuprobieren: Kreuzen Sie alles Obst an, das Sie mögen. Diese Probe zählt für nichts und kann wiederholt werden.",
        },
        en: {
          title: "Rehearsal: which fruit for the break?",
          text: "To try the ballot before the real votes: tick every fruit you like. This rehearsal counts for nothing and can begin again.",
        },
      },
      election: {
        method: "approval",
        settings: { seats: 2 },
        rehearsal: true,
        options: options(
          ["Pommes", "Appels", "Äpfel", "Apples"],
          ["Poires", "Peren", "Birnen", "Pears"],
          ["Cerises", "Kersen", "Kirschen", "Cherries"],
          ["Fraises", "Aardbeien", "Erdbeeren", "Strawberries"],
          ["Bananes", "Bananen", "Bananen", "Bananas"],
          ["Raisin", "Druiven", "Trauben", "Grapes"],
        ),
      },
    },
  ];
}
