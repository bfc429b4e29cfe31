import { changes } from "./decisions-today.ts";
import type { SeedDecision } from "./decisions-today.ts";

type Past = {
  item: string;
  legalBasis: string;
  fr: [title: string, text: string];
  nl: [title: string, text: string];
  outcome: [forVotes: number, against: number, abstain: number];
};

const INVENTED = {
  fr: "Décision et résultat inventés pour la démonstration ; le nombre de 841 votant·es est celui du rapport.",
  nl: "Beslissing en uitslag verzonnen voor de demonstratie; het aantal van 841 stemmers is dat van het verslag.",
};

/** Every outcome adds up to the 841 voters that the report of 2024 gives. */
const OF_2024: Past[] = [
  {
    item: "accounts",
    legalBasis: "CSA/WVV 6:81",
    fr: [
      "Approuver les comptes annuels de 2023",
      "L’assemblée générale approuve les comptes annuels de l’exercice 2023.",
    ],
    nl: [
      "De jaarrekening van 2023 goedkeuren",
      "De algemene vergadering keurt de jaarrekening van het boekjaar 2023 goed.",
    ],
    outcome: [748, 21, 72],
  },
  {
    item: "accounts",
    legalBasis: "Statuts/Statuten 43",
    fr: [
      "Affecter le résultat de 2023 aux réserves impartageables",
      "L’assemblée générale affecte le résultat aux réserves impartageables. Aucun dividende n’est distribué.",
    ],
    nl: [
      "Het resultaat van 2023 toewijzen aan de ondeelbare reserves",
      "De algemene vergadering wijst het resultaat toe aan de ondeelbare reserves. Er wordt geen dividend uitgekeerd.",
    ],
    outcome: [702, 48, 91],
  },
  {
    item: "accounts",
    legalBasis: "CSA/WVV 6:81",
    fr: [
      "Donner décharge aux administrateurs et administratrices",
      "L’assemblée générale donne décharge aux administrateurs et administratrices pour l’année 2023.",
    ],
    nl: [
      "Kwijting verlenen aan de bestuurders",
      "De algemene vergadering verleent de bestuurders kwijting voor het jaar 2023.",
    ],
    outcome: [655, 77, 109],
  },
  {
    item: "saturday",
    legalBasis: "CSA/WVV 6:81",
    fr: [
      "Tenir l’assemblée un samedi",
      "L’assemblée générale demande que la prochaine assemblée ordinaire se tienne un samedi.",
    ],
    nl: [
      "De vergadering op een zaterdag houden",
      "De algemene vergadering vraagt dat de volgende gewone vergadering op een zaterdag plaatsvindt.",
    ],
    outcome: [371, 389, 81],
  },
];

/** Two directors were elected in June 2024; who and how is invented. Each candidate had a vote. */
function elections(names: readonly string[]): Past[] {
  const outcomes: Past["outcome"][] = [
    [598, 92, 151],
    [571, 118, 152],
  ];
  return outcomes.map((outcome, at) => ({
    item: "elections",
    legalBasis: "Statuts/Statuten 24",
    fr: [
      `Élire ${names[at]} au conseil d’administration`,
      `L’assemblée générale élit ${names[at]} au conseil d’administration pour quatre ans. Le mandat n’est pas rémunéré.`,
    ],
    nl: [
      `${names[at]} verkiezen in de raad van bestuur`,
      `De algemene vergadering verkiest ${names[at]} voor vier jaar in de raad van bestuur. Het mandaat is onbezoldigd.`,
    ],
    outcome,
  }));
}

export function decisionsOf2024(elected: readonly string[]): SeedDecision[] {
  return [...OF_2024.slice(0, 3), ...elections(elected), ...OF_2024.slice(3)].map(
    ({ item, legalBasis, fr, nl, outcome }) => ({
      item,
      matter: "ordinary",
      legalBasis,
      texts: {
        fr: { title: fr[0], text: `${fr[1]}\n\n${INVENTED.fr}` },
        nl: { title: nl[0], text: `${nl[1]}\n\n${INVENTED.nl}` },
      },
      outcome: { for: outcome[0], against: outcome[1], abstain: outcome[2] },
    }),
  );
}

/** Votes of the meeting that lacked a quorum: 312 people (invented), far from half of the shares. */
export function decisionsWithoutQuorum(): SeedDecision[] {
  const outcomes = [
    { for: 241, against: 43, abstain: 28 },
    { for: 259, against: 31, abstain: 22 },
  ];
  return changes(false).map((decision, at) => ({ ...decision, outcome: outcomes[at] }));
}
