import { course, type SeedLab } from "./smartlab-texts.ts";

/** The groups of one topic: the reform of unemployment, in four cities and three languages. */
export const HUB_LABS: readonly SeedLab[] = [
  {
    slug: "chomage-bruxelles",
    state: "meeting",
    language: "fr",
    title: "Réforme du chômage : que faire à Bruxelles ?",
    theme: "protection",
    model: "collective-action",
    origin: "assembly",
    originNote: "Question posée à l’assemblée générale",
    whyNow:
      "Les droits s’arrêtent à des dates différentes selon le parcours, et personne n’a la même réponse.",
    makes: "Des réponses vérifiées, et une permanence entre membres.",
    forWhom: "Intermittent·es et toute personne qui cumule contrats et allocations",
    effort: "Deux heures toutes les deux semaines",
    city: "Bruxelles",
    online: true,
    carriedBy: "member-fr",
    next: 0,
    gist: "Onze questions sont rassemblées, quatre ont une réponse vérifiée. La permanence ouvre le mois prochain.",
    hub: true,
    course: course(18, 17, 16, 5, 120, 14),
  },
  {
    slug: "werkloosheid-gent",
    state: "registration",
    language: "nl",
    title: "Werkloosheidshervorming: wat nu in Gent?",
    theme: "protection",
    model: "collective-action",
    origin: "member",
    whyNow: "De regels veranderen dit jaar en iedereen vertelt iets anders.",
    makes: "Nagegane antwoorden in het Nederlands en een avond per buurt.",
    forWhom: "Wie opdrachten en uitkeringen combineert",
    effort: "Een avond om de twee weken",
    city: "Gent",
    online: false,
    capacity: 20,
    next: 6,
    hub: true,
    course: course(8, 5, 0, 0),
  },
  {
    slug: "chomage-liege",
    state: "ready",
    language: "fr",
    title: "Réforme du chômage : le groupe de Liège",
    theme: "protection",
    model: "collective-action",
    origin: "member",
    whyNow: "Nous voulons nous voir, pas seulement lire des réponses.",
    makes: "Une soirée d’information par mois, dans un lieu d’artistes.",
    forWhom: "Membres de Liège et environs",
    effort: "Une soirée par mois",
    city: "Liège",
    online: false,
    hub: true,
    course: course(6, 1, 0, 0),
  },
  {
    slug: "arbeitslosigkeit-eupen",
    state: "interest",
    language: "de",
    title: "Reform der Arbeitslosigkeit: eine Gruppe in Eupen",
    theme: "protection",
    model: "collective-action",
    origin: "member",
    whyNow: "Auf Deutsch gibt es noch keine einzige geprüfte Antwort.",
    makes: "Geprüfte Antworten auf Deutsch, gemeinsam mit den anderen Gruppen.",
    forWhom: "Mitglieder im deutschsprachigen Belgien",
    effort: "Zwei Stunden im Monat",
    city: "Eupen",
    online: true,
    carriedBy: "member-de",
    threshold: 4,
    hub: true,
    course: course(3, 1, 0, 0),
  },
];

export const HUB = {
  slug: "reforme-du-chomage",
  title: {
    fr: "Réforme du chômage",
    nl: "Werkloosheidshervorming",
    de: "Reform der Arbeitslosigkeit",
    en: "Unemployment reform",
  },
  summary: {
    fr: "Quatre groupes, les mêmes questions : ce qui est vérifié est ici, avec la date jusqu’à laquelle cela vaut. Contenus inventés pour la démonstration.",
    nl: "Vier groepen, dezelfde vragen: wat is nagegaan staat hier, met de datum tot wanneer het geldt. Verzonnen inhoud voor de demo.",
    de: "Vier Gruppen, dieselben Fragen: Was geprüft ist, steht hier, mit dem Tag, bis zu dem es gilt. Erfundene Inhalte für die Vorführung.",
    en: "Four groups, the same questions: what is checked is here, with the day until which it holds. Invented content for the demo.",
  },
};

export type SeedEntry = {
  kind: "event" | "answer" | "change";
  /** Days before today. */
  ago: number;
  language: "fr" | "nl";
  title: string;
  text: string;
  lab?: string;
  /** Of a checked answer: days from today until which it holds, negative where it ended. */
  holds?: number;
  /** Its place in this list is taken by the entry of this title. */
  replacedBy?: string;
};

/** What the hub of the demo holds; the rules that it speaks of are invented. */
export const HUB_ENTRIES: readonly SeedEntry[] = [
  {
    kind: "event",
    ago: 90,
    language: "fr",
    title: "Première rencontre du groupe de Bruxelles",
    text: "Onze questions rassemblées en une soirée.",
    lab: "chomage-bruxelles",
  },
  {
    kind: "change",
    ago: 61,
    language: "fr",
    title: "Le délai de déclaration passe de cinq à sept jours",
    text: "Exemple inventé : il vaut pour les contrats signés depuis le premier du mois.",
  },
  {
    kind: "answer",
    ago: 80,
    language: "fr",
    title: "Dans quel délai déclarer un contrat d’un jour ?",
    text: "Dans les cinq jours, en ligne.",
    lab: "chomage-bruxelles",
    holds: -61,
    replacedBy: "Dans quel délai déclarer un contrat d’un jour ? (nouvelle règle)",
  },
  {
    kind: "answer",
    ago: 58,
    language: "fr",
    title: "Dans quel délai déclarer un contrat d’un jour ? (nouvelle règle)",
    text: "Dans les sept jours, en ligne, y compris quand le paiement arrive plus tard.",
    lab: "chomage-bruxelles",
    holds: 120,
  },
  {
    kind: "answer",
    ago: 40,
    language: "nl",
    title: "Telt een repetitiedag mee?",
    text: "Ja, als ze in het contract staat. Bewaar de planning.",
    lab: "werkloosheid-gent",
    holds: 200,
  },
  {
    kind: "answer",
    ago: 6,
    language: "fr",
    title: "Que devient une période de maladie ?",
    text: "Nous le demandons au service juridique ; réponse attendue ce mois-ci.",
    lab: "chomage-liege",
  },
  {
    kind: "event",
    ago: 3,
    language: "nl",
    title: "De groep van Gent opent de inschrijvingen",
    text: "",
    lab: "werkloosheid-gent",
  },
  {
    kind: "answer",
    ago: 75,
    language: "fr",
    title: "Un contrat annulé la veille compte-t-il ?",
    text: "Oui, s’il était signé. Gardez le contrat et le message d’annulation.",
    lab: "chomage-bruxelles",
    holds: 9,
  },
  {
    kind: "answer",
    ago: 85,
    language: "fr",
    title: "Combien de jours peut-on reporter d’un mois à l’autre ?",
    text: "Trois jours, une fois par an.",
    lab: "chomage-bruxelles",
    holds: -12,
  },
];
