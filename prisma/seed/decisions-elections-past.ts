import type { BallotContent } from "../../app/domain/decisions/ballot.ts";
import { candidates, options, type SeedElectionDecision } from "./decisions-elections.ts";
import type { SeededRandom } from "./random.ts";

/** How voters of one kind look at the options: out of a hundred, how many like each of them. */
type Camp = { share: number; likes: number[] };

/** A past consultation: what was asked, and out of what kinds of voters its ballots are invented. */
export type PastElection = SeedElectionDecision & { camps: Camp[] };

const INVENTED = {
  fr: "Consultation et résultat entièrement inventés pour la démonstration ; aucun effet juridique.",
  nl: "Raadpleging en uitslag volledig verzonnen voor de demonstratie; zonder rechtsgevolg.",
  de: "Befragung und Ergebnis ganz für die Vorführung erfunden; ohne Rechtswirkung.",
  en: "Consultation and result wholly invented for the demonstration; no legal effect.",
};

function texts(
  fr: [title: string, text: string],
  nl: [title: string, text: string],
  de: [title: string, text: string],
  en: [title: string, text: string],
): SeedElectionDecision["texts"] {
  const text = ([title, body]: [string, string], note: string) => ({
    title,
    text: `${body}\n\n${note}`,
  });
  return {
    fr: text(fr, INVENTED.fr),
    nl: text(nl, INVENTED.nl),
    de: text(de, INVENTED.de),
    en: text(en, INVENTED.en),
  };
}

const CONSULTATION = { item: "questions", matter: "ordinary", legalBasis: "" } as const;

/** Three consultations at the assembly of 2024: a fair set, a grade, a ranking. */
export const ELECTIONS_OF_2024: readonly PastElection[] = [
  {
    ...CONSULTATION,
    texts: texts(
      [
        "Choisir quatre thèmes pour les ateliers de l’automne",
        "Cochez tous les thèmes qui vous intéressent. La méthode des parts égales choisit un ensemble où chacun·e pèse autant.",
      ],
      [
        "Vier thema’s kiezen voor de werkgroepen van het najaar",
        "Vink alle thema’s aan die u interesseren. De methode van gelijke delen kiest een geheel waarin iedereen evenveel weegt.",
      ],
      [
        "Vier Themen für die Werkstätten im Herbst wählen",
        "Kreuzen Sie alle Themen an, die Sie interessieren. Die Methode der gleichen Anteile wählt eine Menge, in der alle gleich viel zählen.",
      ],
      [
        "Choose four themes for the autumn workshops",
        "Tick every theme that interests you. The method of equal shares chooses a set in which everybody weighs the same.",
      ],
    ),
    election: {
      method: "equal-shares",
      settings: { seats: 4 },
      options: options(
        ["Délais de paiement", "Betaaltermijnen", "Zahlungsfristen", "Payment delays"],
        ["Pension", "Pensioen", "Rente", "Pension"],
        ["Contrats types", "Modelcontracten", "Musterverträge", "Model contracts"],
        ["Statut d’artiste", "Kunstenaarsstatuut", "Künstlerstatus", "Artist status"],
        ["Ateliers partagés", "Gedeelde ateliers", "Geteilte Ateliers", "Shared studios"],
        ["Droits d’auteur", "Auteursrechten", "Urheberrecht", "Copyright"],
        ["Crèches", "Kinderopvang", "Kinderbetreuung", "Childcare"],
        ["Vélo et train", "Fiets en trein", "Rad und Bahn", "Cycling and rail"],
      ),
    },
    camps: [
      { share: 55, likes: [85, 80, 75, 20, 15, 20, 30, 25] },
      { share: 30, likes: [25, 20, 20, 85, 80, 75, 20, 20] },
      { share: 15, likes: [20, 20, 15, 10, 15, 10, 85, 80] },
    ],
  },
  {
    ...CONSULTATION,
    texts: texts(
      [
        "Noter quatre lieux pour la prochaine assemblée",
        "Donnez une mention à chaque lieu. Gagne celui dont la mention majoritaire est la meilleure.",
      ],
      [
        "Vier plaatsen voor de volgende vergadering beoordelen",
        "Geef elke plaats een beoordeling. De plaats met de beste meerderheidsbeoordeling wint.",
      ],
      [
        "Vier Orte für die nächste Versammlung bewerten",
        "Geben Sie jedem Ort eine Note. Es gewinnt der Ort mit der besten Mehrheitsnote.",
      ],
      [
        "Grade four places for the next assembly",
        "Give each place a grade. The place with the best majority grade wins.",
      ],
    ),
    election: {
      method: "majority-judgment",
      settings: { seats: 1, grades: 6 },
      options: options(
        ["Liège", "Luik", "Lüttich", "Liège"],
        ["Bruxelles", "Brussel", "Brüssel", "Brussels"],
        ["Namur", "Namen", "Namur", "Namur"],
        ["Gand", "Gent", "Gent", "Ghent"],
      ),
    },
    camps: [
      { share: 45, likes: [80, 60, 70, 20] },
      { share: 35, likes: [30, 80, 40, 75] },
      { share: 20, likes: [50, 65, 85, 35] },
    ],
  },
  {
    ...CONSULTATION,
    texts: texts(
      [
        "Former le comité de programmation : trois personnes",
        "Classez les candidatures dans l’ordre de votre préférence, autant que vous voulez.",
      ],
      [
        "Het programmacomité samenstellen: drie mensen",
        "Rangschik de kandidaturen in de volgorde van uw voorkeur, zoveel als u wilt.",
      ],
      [
        "Den Programmausschuss bilden: drei Personen",
        "Ordnen Sie die Kandidaturen nach Ihrer Vorliebe, so viele Sie möchten.",
      ],
      [
        "Form the programme committee: three people",
        "Rank the candidates in the order you prefer, as many as you like.",
      ],
    ),
    election: { method: "stv", settings: { seats: 3 }, options: candidates(6, 2024) },
    camps: [
      { share: 48, likes: [85, 70, 60, 30, 20, 15] },
      { share: 34, likes: [20, 25, 35, 80, 75, 30] },
      { share: 18, likes: [30, 20, 25, 35, 40, 90] },
    ],
  },
];

/** One invented ballot of somebody from one of the camps. */
export function inventBallot(
  random: SeededRandom,
  { camps, election }: PastElection,
): BallotContent {
  const liked = likingOf(random, camps);
  const ids = election.options.map(({ id }) => id);
  if (election.method === "equal-shares") {
    const approved = ids.filter((_, at) => random.below(100) < liked[at]!);
    return approved.length > 0 ? { kind: "approve", options: approved } : { kind: "blank" };
  }
  // How much each option pleases this one person: the camp's mean, and a mood of their own.
  const pleases = liked.map((like) => like + random.below(50) - 25);
  if (election.method === "majority-judgment") {
    const grades = pleases.map((value) => Math.max(0, Math.min(5, Math.floor(value / 17))));
    return { kind: "grade", grades: Object.fromEntries(ids.map((id, at) => [id, grades[at]!])) };
  }
  const inOrder = ids
    .map((id, at) => ({ id, value: pleases[at]! }))
    .sort((a, b) => b.value - a.value)
    .slice(0, 2 + random.below(ids.length - 1));
  return { kind: "rank", ranks: inOrder.map(({ id }) => [id]) };
}

function likingOf(random: SeededRandom, camps: readonly Camp[]): number[] {
  let drawn = random.below(100);
  for (const { share, likes } of camps) {
    if (drawn < share) return likes;
    drawn -= share;
  }
  return camps.at(-1)?.likes ?? [];
}
