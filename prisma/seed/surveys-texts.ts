import type { Translated } from "../../app/domain/kernel/languages.ts";
import type { Question, Questionnaire } from "../../app/domain/surveys/questionnaire.ts";

const said = (fr: string, nl: string, de: string, en: string): Translated => ({ fr, nl, de, en });
const option = (id: string, fr: string, nl: string, de: string, en: string) => ({
  id,
  label: said(fr, nl, de, en),
});

export const THEMES = [
  {
    id: "t1",
    titles: said("Rémunération", "Verloning", "Bezahlung", "Pay"),
  },
  {
    id: "t2",
    titles: said(
      "Accidents et épuisement",
      "Ongevallen en burn-out",
      "Unfälle und Erschöpfung",
      "Accidents and burn-out",
    ),
  },
  {
    id: "t3",
    titles: said(
      "Protection en cas de maladie",
      "Bescherming bij ziekte",
      "Schutz bei Krankheit",
      "Cover in sickness",
    ),
  },
];

export const CAMPAIGN_TEXTS = {
  titles: said(
    "Nos conditions de travail",
    "Onze arbeidsomstandigheden",
    "Unsere Arbeitsbedingungen",
    "Our working conditions",
  ),
  purpose: said(
    "Dire ensemble ce qui use et ce qui manque, en faire des revendications, et les porter devant le conseil d’administration.",
    "Samen zeggen wat ons uitput en wat ontbreekt, er eisen van maken, en die bij de raad van bestuur brengen.",
    "Gemeinsam sagen, was zermürbt und was fehlt, daraus Forderungen machen und sie vor den Verwaltungsrat bringen.",
    "Say together what wears us out and what is missing, make demands of it, and carry them to the board.",
  ),
  sponsor: said(
    "L’assemblée des travailleuses et travailleurs ; la coopérative prête les outils et les salles.",
    "De assemblee van de werkenden; de coöperatie leent de middelen en de zalen.",
    "Die Versammlung der Arbeitenden; die Genossenschaft stellt Werkzeuge und Räume.",
    "The workers’ assembly; the cooperative lends the tools and the rooms.",
  ),
};

/** What was done with the survey of 2024, and when. */
export const BECAME_2024 = said(
  "Les résultats ont nourri des ateliers dans quatre villes, puis la première assemblée, le 14 novembre 2024.",
  "De resultaten voedden workshops in vier steden, en daarna de eerste assemblee, op 14 november 2024.",
  "Die Ergebnisse gingen in Werkstätten in vier Städten ein, dann in die erste Versammlung am 14. November 2024.",
  "The results fed workshops in four cities, then the first assembly, on 14 November 2024.",
);

export const CALENDAR_2024 = [
  {
    on: "2024-03-04",
    titles: said(
      "L’enquête s’ouvre",
      "De bevraging begint",
      "Die Umfrage beginnt",
      "The survey opens",
    ),
  },
  {
    on: "2024-11-14",
    titles: said(
      "Première assemblée, à Bruxelles",
      "Eerste assemblee, in Brussel",
      "Erste Versammlung, in Brüssel",
      "First assembly, in Brussels",
    ),
  },
];

const CITY: Question = {
  id: "q2",
  kind: "single",
  groups: true,
  margin: "office",
  text: said(
    "À quel bureau êtes-vous rattaché·e ?",
    "Bij welk kantoor hoort u?",
    "Zu welchem Büro gehören Sie?",
    "Which office do you belong to?",
  ),
  help: {},
  options: [
    option("antwerpen", "Anvers", "Antwerpen", "Antwerpen", "Antwerp"),
    option("bruxelles", "Bruxelles", "Brussel", "Brüssel", "Brussels"),
    option("gent", "Gand", "Gent", "Gent", "Ghent"),
    option("liege", "Liège", "Luik", "Lüttich", "Liège"),
  ],
};

/** What 228 people were asked. */
export const CONDITIONS: Questionnaire = {
  title: said(
    "Conditions de travail : où en êtes-vous ?",
    "Arbeidsomstandigheden: hoe gaat het?",
    "Arbeitsbedingungen: Wie steht es bei Ihnen?",
    "Working conditions: how are you doing?",
  ),
  intro: said(
    "Six questions, cinq minutes. Vos réponses nourrissent les ateliers d’Anvers, de Bruxelles, de Gand et de Liège.",
    "Zes vragen, vijf minuten. Uw antwoorden voeden de workshops in Antwerpen, Brussel, Gent en Luik.",
    "Sechs Fragen, fünf Minuten. Ihre Antworten nähren die Werkstätten in Antwerpen, Brüssel, Gent und Lüttich.",
    "Six questions, five minutes. Your answers feed the workshops in Antwerp, Brussels, Ghent and Liège.",
  ),
  questions: [
    {
      id: "q1",
      kind: "scale",
      from: 1,
      to: 10,
      text: said(
        "Dans l’ensemble, que valent vos conditions de travail ?",
        "Wat zijn uw arbeidsomstandigheden over het geheel waard?",
        "Wie sind Ihre Arbeitsbedingungen im Ganzen?",
        "Overall, how are your working conditions?",
      ),
      help: {},
      low: said("très mauvaises", "zeer slecht", "sehr schlecht", "very bad"),
      high: said("très bonnes", "zeer goed", "sehr gut", "very good"),
    },
    CITY,
    {
      id: "q3",
      kind: "single",
      groups: true,
      text: said(
        "Est-ce votre activité principale ?",
        "Is dit uw hoofdactiviteit?",
        "Ist das Ihre Haupttätigkeit?",
        "Is it your main activity?",
      ),
      help: {},
      options: [
        option("o1", "Oui", "Ja", "Ja", "Yes"),
        option(
          "o2",
          "Non, une parmi d’autres",
          "Nee, één van meerdere",
          "Nein, eine unter anderen",
          "No, one among others",
        ),
      ],
    },
    {
      id: "q4",
      kind: "multiple",
      text: said(
        "Sur quoi faut-il agir d’abord ?",
        "Waar moet eerst iets gebeuren?",
        "Wo muss zuerst etwas geschehen?",
        "Where must something be done first?",
      ),
      help: {},
      options: [
        option(
          "o1",
          "Des repères de rémunération par métier",
          "Richtlonen per beroep",
          "Richtwerte der Bezahlung je Beruf",
          "Pay benchmarks by trade",
        ),
        option(
          "o2",
          "Une couverture en cas de maladie",
          "Dekking bij ziekte",
          "Absicherung bei Krankheit",
          "Cover in sickness",
        ),
        option(
          "o3",
          "La prévention de l’épuisement",
          "Voorkomen van burn-out",
          "Vorbeugung gegen Erschöpfung",
          "Prevention of burn-out",
        ),
        option(
          "o4",
          "Les accidents en déplacement",
          "Ongevallen onderweg",
          "Wegeunfälle",
          "Accidents on the way",
        ),
      ],
    },
    {
      id: "q5",
      kind: "matrix",
      text: said(
        "Ces douze derniers mois, avez-vous connu…",
        "Hebt u de laatste twaalf maanden meegemaakt…",
        "Haben Sie in den letzten zwölf Monaten erlebt…",
        "In the last twelve months, have you known…",
      ),
      help: {},
      rows: [
        option(
          "r1",
          "Un tarif refusé parce que trop haut",
          "Een tarief geweigerd als te hoog",
          "Ein als zu hoch abgelehnter Tarif",
          "A rate refused as too high",
        ),
        option(
          "r2",
          "Un travail fait en étant malade",
          "Werken terwijl u ziek was",
          "Arbeiten trotz Krankheit",
          "Working while ill",
        ),
        option(
          "r3",
          "Des heures jamais payées",
          "Uren die nooit betaald werden",
          "Nie bezahlte Stunden",
          "Hours that were never paid",
        ),
      ],
      options: [
        option("o1", "Jamais", "Nooit", "Nie", "Never"),
        option("o2", "Parfois", "Soms", "Manchmal", "Sometimes"),
        option("o3", "Souvent", "Vaak", "Oft", "Often"),
      ],
    },
    {
      id: "q6",
      kind: "open",
      text: said(
        "Quelle revendication porteriez-vous ?",
        "Welke eis zou u naar voren brengen?",
        "Welche Forderung würden Sie einbringen?",
        "Which demand would you bring?",
      ),
      help: {},
    },
  ],
};

/** What is asked now. */
export const REST: Questionnaire = {
  title: said(
    "Malades ou blessé·es : qui vous remplace ?",
    "Ziek of gewond: wie vervangt u?",
    "Krank oder verletzt: Wer vertritt Sie?",
    "Ill or hurt: who stands in for you?",
  ),
  intro: said(
    "Trois questions avant les prochains ateliers. Rien n’est obligatoire.",
    "Drie vragen voor de volgende workshops. Niets is verplicht.",
    "Drei Fragen vor den nächsten Werkstätten. Nichts ist Pflicht.",
    "Three questions before the next workshops. Nothing is compulsory.",
  ),
  questions: [
    {
      id: "q1",
      kind: "single",
      text: said(
        "Avez-vous travaillé malade cette année ?",
        "Hebt u dit jaar ziek gewerkt?",
        "Haben Sie dieses Jahr krank gearbeitet?",
        "Have you worked while ill this year?",
      ),
      help: {},
      options: [
        option("o1", "Non", "Nee", "Nein", "No"),
        option("o2", "Oui, par choix", "Ja, uit keuze", "Ja, aus freien Stücken", "Yes, by choice"),
        option(
          "o3",
          "Oui, faute de pouvoir m’arrêter",
          "Ja, ik kon niet stoppen",
          "Ja, weil ich nicht aussetzen konnte",
          "Yes, I could not afford to stop",
        ),
      ],
    },
    CITY,
    {
      id: "q3",
      kind: "open",
      text: said(
        "Qu’est-ce qui vous aurait permis de vous arrêter ?",
        "Wat had u toegelaten om te stoppen?",
        "Was hätte Ihnen erlaubt auszusetzen?",
        "What would have allowed you to stop?",
      ),
      help: {},
    },
  ],
};

type Said = { theme: string; language: "fr" | "nl"; demand: string; words: string[] };

/** What people wrote, sorted; each sentence comes several times with small changes. */
export const DEMANDS: Said[] = [
  {
    theme: "t1",
    language: "fr",
    demand: "Publier des repères de rémunération par métier, opposables aux donneurs d’ordre.",
    words: [
      "Il faut des repères de rémunération par métier, sinon chacun brade.",
      "Un barème minimum par métier que le client ne peut pas contourner.",
      "Des tarifs planchers publiés, pour ne plus négocier seul.",
    ],
  },
  {
    theme: "t1",
    language: "fr",
    demand: "Ouvrir aux travailleuses et travailleurs les chèques-repas et un treizième mois.",
    words: [
      "Des chèques-repas comme tout le monde.",
      "Un treizième mois, même au prorata des contrats.",
    ],
  },
  {
    theme: "t2",
    language: "fr",
    demand: "Un service d’écoute et d’arrêt payé avant l’épuisement.",
    words: [
      "Quelqu’un à appeler avant de craquer, et pouvoir s’arrêter sans tout perdre.",
      "L’épuisement n’est jamais vu venir : il faut une écoute et un arrêt payé.",
    ],
  },
  {
    theme: "t3",
    language: "fr",
    demand: "Une couverture sociale complète, dès le premier jour de maladie.",
    words: [
      "Une vraie couverture sociale complète quand on tombe malade.",
      "Être couvert dès le premier jour de maladie, pas après un mois.",
    ],
  },
  {
    theme: "t3",
    language: "nl",
    demand: "Volledige sociale dekking vanaf de eerste ziektedag.",
    words: [
      "Volledige sociale dekking vanaf de eerste dag dat je ziek bent.",
      "Ik werk ziek door omdat de eerste maand niet gedekt is.",
    ],
  },
  {
    theme: "t1",
    language: "nl",
    demand: "Richtlonen per beroep, die opdrachtgevers moeten volgen.",
    words: ["Richtlonen per beroep, anders werkt iedereen onder de prijs."],
  },
];

/** Written and not yet sorted. */
export const UNSORTED: { language: "fr" | "nl"; text: string }[] = [
  {
    language: "fr",
    text: "Un barème par métier, affiché sur le site, et que les clients le sachent.",
  },
  { language: "fr", text: "Le revenu universel, pour souffler entre deux contrats." },
  { language: "fr", text: "Que les trajets entre deux villes soient assurés en cas d’accident." },
  { language: "nl", text: "Dat de eerste ziektedag gedekt is, zoals bij andere werknemers." },
  { language: "nl", text: "Een verzekering voor ongevallen onderweg naar een opdracht." },
];
