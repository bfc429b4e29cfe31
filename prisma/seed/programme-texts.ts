import type { Translated } from "../../app/domain/kernel/languages.ts";
import type { SessionKind } from "../../app/domain/programme/session.ts";
import { four } from "./assembly-agendas.ts";

/** What happens once at every place of the day, or at every stop. */
export type SeedMoment = {
  kind: SessionKind;
  from: string;
  to: string;
  title: Translated;
  summary: Translated;
  registers: boolean;
  item?: string;
};

const moment = (
  kind: SessionKind,
  [from, to]: [string, string],
  title: [string, string, string, string],
  summary: [string, string, string, string],
  more: Partial<SeedMoment> = {},
): SeedMoment => ({
  kind,
  from,
  to,
  title: four(title),
  summary: four(summary),
  registers: false,
  ...more,
});

export const PLENARY = moment(
  "plenary",
  ["10:00", "11:00"],
  [
    "Plénière : l’année écoulée, racontée par des membres",
    "Plenaire: het voorbije jaar, verteld door leden",
    "Plenum: das vergangene Jahr, erzählt von Mitgliedern",
    "Plenary: the past year, told by members",
  ],
  [
    "Comme un plateau de télévision : les rapports en clair, des témoignages, et vos réactions. Diffusée en direct.",
    "Zoals op een tv-plateau: de verslagen in klare taal, getuigenissen en uw reacties. Live uitgezonden.",
    "Wie in einer Talkrunde: die Berichte in klaren Worten, Erfahrungen und Ihre Reaktionen. Live übertragen.",
    "Like a television panel: the reports in plain words, testimonies, and your reactions. Streamed live.",
  ],
  { registers: true, item: "reports" },
);

export const LUNCH = moment(
  "informal",
  ["12:30", "13:45"],
  ["Repas partagé", "Gedeelde maaltijd", "Gemeinsames Essen", "Shared meal"],
  [
    "Une soupe, du pain, et le temps de se parler. Sans inscription.",
    "Soep, brood en tijd om te praten. Zonder inschrijving.",
    "Suppe, Brot und Zeit zum Reden. Ohne Anmeldung.",
    "Soup, bread, and time to talk. Without registration.",
  ],
);

export const FORMAL = moment(
  "formal",
  ["17:20", "19:30"],
  [
    "L’assemblée générale et les votes",
    "De algemene vergadering en de stemmingen",
    "Die Generalversammlung und die Abstimmungen",
    "The general assembly and the votes",
  ],
  [
    "Un seul vote dans toutes les salles et en ligne. Présentez-vous à l’accueil avec votre laissez-passer.",
    "Eén stemming in alle zalen en online. Meld u aan het onthaal met uw toegangspas.",
    "Eine Abstimmung in allen Sälen und online. Melden Sie sich am Empfang mit Ihrem Einlass.",
    "One vote in every room and online. Come to the welcome desk with your pass.",
  ],
);

export const RESULTS = moment(
  "results",
  ["19:30", "20:15"],
  [
    "Annonce des résultats et verre de l’amitié",
    "Bekendmaking van de uitslagen en een glas",
    "Bekanntgabe der Ergebnisse und Umtrunk",
    "Announcement of the results and a drink",
  ],
  [
    "Point par point, sur tous les écrans à la fois.",
    "Punt per punt, op alle schermen tegelijk.",
    "Punkt für Punkt, auf allen Bildschirmen zugleich.",
    "Item by item, on every screen at once.",
  ],
);

export const AT_A_STOP: readonly SeedMoment[] = [
  moment(
    "plenary",
    ["18:00", "19:00"],
    [
      "Les chiffres de la région, les projets, l’actualité",
      "De cijfers van de regio, de projecten, de actualiteit",
      "Die Zahlen der Region, die Projekte, das Aktuelle",
      "The region’s figures, the projects, the news",
    ],
    [
      "Où en est la coopérative ici, avant l’assemblée.",
      "Waar de coöperatie hier staat, vóór de vergadering.",
      "Wo die Genossenschaft hier steht, vor der Versammlung.",
      "Where the cooperative stands here, before the assembly.",
    ],
    { registers: true },
  ),
  moment(
    "workshop",
    ["19:00", "20:00"],
    [
      "D’où vient l’argent, et où va-t-il ?",
      "Waar komt het geld vandaan, en waar gaat het naartoe?",
      "Woher kommt das Geld, und wohin geht es?",
      "Where does the money come from, and where does it go?",
    ],
    [
      "Un atelier sur le modèle économique, avec des cartes et des billets de jeu.",
      "Een workshop over het economische model, met kaarten en speelgeld.",
      "Ein Workshop zum Wirtschaftsmodell, mit Karten und Spielgeld.",
      "A workshop on the economic model, with cards and play money.",
    ],
    { registers: true, item: "debate" },
  ),
  moment(
    "informal",
    ["20:00", "21:00"],
    [
      "Parler avec l’équipe de direction",
      "In gesprek met het directieteam",
      "Im Gespräch mit dem Leitungsteam",
      "Talking with the management team",
    ],
    [
      "Vos questions, à voix haute ou sur papier : elles rejoignent celles de l’assemblée.",
      "Uw vragen, hardop of op papier: ze komen bij die van de vergadering.",
      "Ihre Fragen, laut oder auf Papier: Sie kommen zu denen der Versammlung.",
      "Your questions, aloud or on paper: they join those of the assembly.",
    ],
  ),
];

export const WORKSHOP_SUMMARY = {
  sourced: four([
    "Un thème des journées passées, repris ici ; le contenu est inventé pour la démonstration.",
    "Een thema van vorige dagen, hier hernomen; de inhoud is verzonnen voor de demonstratie.",
    "Ein Thema früherer Tage, hier wieder aufgenommen; der Inhalt ist für die Vorführung erfunden.",
    "A theme of past days, taken up here; its content is invented for the demonstration.",
  ]),
  invented: four([
    "Un thème inventé pour la démonstration.",
    "Een thema dat voor de demonstratie verzonnen is.",
    "Ein für die Vorführung erfundenes Thema.",
    "A theme invented for the demonstration.",
  ]),
};

export const FACILITATORS = [
  four([
    "Une conseillère sociale et un sociétaire",
    "Een sociaal adviseur en een lid",
    "Eine Sozialberaterin und ein Mitglied",
    "A social adviser and a member",
  ]),
  four([
    "Deux sociétaires formé·es à l’animation",
    "Twee leden met een opleiding in begeleiding",
    "Zwei in Moderation geschulte Mitglieder",
    "Two members trained to facilitate",
  ]),
  four([
    "Le service juridique et une administratrice",
    "De juridische dienst en een bestuurder",
    "Der Rechtsdienst und eine Verwaltungsrätin",
    "The legal desk and a director",
  ]),
];

export const ACCESS = four([
  "De plain-pied, ascenseur vers les étages, boucle à induction dans la grande salle. Garde d’enfants de 10 h à 20 h. À cinq minutes de la gare (inventé).",
  "Gelijkvloers, lift naar de verdiepingen, ringleiding in de grote zaal. Kinderopvang van 10 tot 20 uur. Op vijf minuten van het station (verzonnen).",
  "Ebenerdig, Aufzug zu den Etagen, Höranlage im großen Saal. Kinderbetreuung von 10 bis 20 Uhr. Fünf Minuten vom Bahnhof (erfunden).",
  "Level entrance, lift to the floors, induction loop in the large room. Childcare from 10:00 to 20:00. Five minutes from the station (invented).",
]);

export const STOP_ACCESS = four([
  "Une marche à l’entrée, rampe sur demande. Bus devant la porte (inventé).",
  "Eén trede aan de ingang, hellend vlak op vraag. Bus voor de deur (verzonnen).",
  "Eine Stufe am Eingang, Rampe auf Anfrage. Bus vor der Tür (erfunden).",
  "One step at the door, a ramp on request. Bus in front of the house (invented).",
]);

/** What was heard, by stop: all of it invented, and said to be. */
export const HEARD: Record<string, Translated> = {
  liege: {
    fr: "(Texte inventé pour la démonstration.)\n\n## Ce qui revient\n- Le délai entre la fin d’un contrat et le paiement inquiète plus que le montant des frais.\n- Plusieurs personnes demandent un exemple chiffré, d’une facture à la fiche de paie.\n\n## Ce qui fait débat\nFaut-il garder un même pourcentage pour tout le monde, ou le faire varier selon les services ? Les deux avis ont été dits, sans majorité.",
  },
  namur: {
    fr: "(Texte inventé pour la démonstration.)\n\nOn a surtout parlé des permanences : leur nombre, leurs heures, et la possibilité d’un rendez-vous par vidéo. Trois questions partent au registre de l’assemblée.",
  },
  gent: {
    nl: "(Tekst verzonnen voor de demonstratie.)\n\n## Wat terugkomt\n- Documenten komen later in het Nederlands dan in het Frans.\n- De opleidingen zitten snel vol; een wachtlijst die vanzelf opschuift zou helpen.\n\nTwee vragen gaan naar het register van de vergadering.",
    fr: "(Texte inventé pour la démonstration.)\n\nLes documents arrivent plus tard en néerlandais qu’en français, et les formations sont vite complètes. Deux questions partent au registre de l’assemblée.",
  },
  antwerpen: {
    nl: "(Tekst verzonnen voor de demonstratie.)\n\nVeel vragen over wat er met de reserves gebeurt. De kaartenoefening hielp: wie ze speelde, vroeg minder en preciezer.",
  },
  charleroi: {
    fr: "(Texte inventé pour la démonstration.)\n\nUne question domine : que devient la parole des membres entre deux assemblées ? On demande une page qui montre ce qui a été promis et ce qui est fait.",
  },
  bruxelles: {
    fr: "(Texte inventé pour la démonstration.)\n\nLa salle était pleine. Le logement des équipes, les petits contrats et la place des langues ont pris le plus de temps ; une personne a rappelé que l’anglais reste sans documents.",
    nl: "(Tekst verzonnen voor de demonstratie.)\n\nDe zaal zat vol. Kleine contracten en de plaats van de talen namen de meeste tijd in beslag.",
  },
};

export const NOTED: Translated = {
  fr: "(Compte rendu inventé pour la démonstration.)\n\nDix-huit personnes, six tables. Chaque table a suivi 100 € facturés jusqu’à ce qu’il en reste au mois d’après. Ce qui a surpris : la part des cotisations. Ce qui a manqué : un exemple pour un contrat d’un jour.",
};
