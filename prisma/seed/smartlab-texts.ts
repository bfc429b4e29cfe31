import type { Language } from "../../app/domain/kernel/languages.ts";
import type { HandOff, LabModel, LabOrigin, LabTheme } from "../../app/domain/smartlab/lab.ts";
import type { LabState } from "../../app/domain/smartlab/life.ts";

/** How far a lab of the demo came: these add up to what is known of the first two years (S-19). */
export type Course = {
  interested: number;
  registered: number;
  met: number;
  meetings: number;
  /** Minutes of each meeting. */
  minutes: number;
  /** Days since the last meeting. */
  silent: number;
};

export type SeedLab = {
  slug: string;
  state: LabState;
  language: Language;
  title: string;
  theme: LabTheme;
  model: LabModel;
  origin: LabOrigin;
  originNote?: string;
  whyNow: string;
  makes: string;
  forWhom: string;
  effort: string;
  city: string;
  online: boolean;
  capacity?: number;
  waiting?: number;
  /** The persona who carries it, by key. */
  carriedBy?: string;
  /** Days until the next meeting; 0 is one that is on now. */
  next?: number;
  gist?: string;
  hub?: true;
  course: Course;
  /** How many must be interested, where it is not the usual number. */
  threshold?: number;
  made?: {
    outcome: string;
    made: string;
    handOff: HandOff;
    note: string;
    /** The lab that was asked to go on, and said yes. */
    takenUp?: { by: string; reason: string };
  };
};

/** The figures of a lab in one line: interested, registered, came, meetings. */
export const course = (
  interested: number,
  registered: number,
  met: number,
  meetings: number,
  minutes = 120,
  silent = 12,
): Course => ({ interested, registered, met, meetings, minutes, silent });

/** Themes, models and origins as the reports name them; words, cities and days are invented. */
export const LABS: readonly SeedLab[] = [
  {
    slug: "psychopraticien-nes",
    state: "closed",
    language: "fr",
    title: "Psychopraticien·nes : exercer ensemble, exercer mieux",
    theme: "wellbeing",
    model: "practices",
    origin: "member",
    whyNow:
      "Nous exerçons chacune et chacun dans notre coin, avec des factures, un statut et une déontologie que nous réinventons à chaque fois.",
    makes: "Un cadre commun d’exercice : déontologie, facture type, intervision entre pairs.",
    forWhom: "Psychopraticien·nes, débutant·es ou non",
    effort: "Deux heures et demie par mois",
    city: "Bruxelles",
    online: false,
    course: course(48, 40, 34, 12, 150, 210),
    made: {
      outcome: "Un cadre commun d’exercice et trois groupes d’intervision qui continuent seuls.",
      made: "Ce qui existe maintenant :\n– un cadre d’exercice de neuf pages, relu par le service juridique ;\n– une facture type ;\n– trois groupes d’intervision de six personnes, qui se réunissent sans nous.\n\nCe qui n’a pas marché : obtenir une liste commune de lieux de consultation.",
      handOff: "advocacy",
      note: "Le plaidoyer sur la reconnaissance du métier est porté par la direction des affaires publiques ; réponse attendue à l’automne.",
    },
  },
  {
    slug: "beeldende-kunsten",
    state: "meeting",
    language: "nl",
    title: "Beeldende kunsten: samen sterker op de markt",
    theme: "arts",
    model: "network",
    origin: "member",
    whyNow:
      "Galeries, opdrachten, verzekeringen: elke beeldend kunstenaar onderhandelt alleen, en dus slecht.",
    makes: "Een netwerk van makers met modelcontracten en een kalender van open ateliers.",
    forWhom: "Beeldend kunstenaars, ook wie pas begint",
    effort: "Een avond per maand",
    city: "Gent",
    online: false,
    carriedBy: "member-nl",
    next: 9,
    gist: "Het modelcontract voor galeries is klaar om na te lezen. Volgende keer kiezen wij de data van de open ateliers.",
    course: course(31, 25, 22, 9),
  },
  {
    slug: "metiers-du-bien-etre",
    state: "meeting",
    language: "fr",
    title: "Les métiers du bien-être se parlent",
    theme: "wellbeing",
    model: "peer-support",
    origin: "member",
    whyNow: "Massage, yoga, sophrologie : mêmes questions de tarifs, de salles et d’assurance.",
    makes: "Un accompagnement entre pairs et une liste de salles à partager.",
    forWhom: "Praticien·nes du bien-être",
    effort: "Deux heures par mois",
    city: "Liège",
    online: false,
    gist: "La liste des salles compte onze adresses. Il manque quelqu’un pour la tenir à jour.",
    course: course(29, 24, 19, 8, 120, 84),
  },
  {
    slug: "growing-my-activity",
    state: "meeting",
    language: "en",
    title: "Taking my activity further",
    theme: "activity",
    model: "peer-support",
    origin: "recommendation",
    originNote: "Recommendation on mutual support between members",
    whyNow: "Many of us work across borders and languages, and price their work by guessing.",
    makes:
      "A method for setting a price and a plan of six months for each of us, coached by peers.",
    forWhom: "Anybody who works in English at least part of the time",
    effort: "Two hours every three weeks, for six months",
    city: "",
    online: true,
    capacity: 30,
    next: 5,
    gist: "Everybody has written their hourly cost. Next time: how to say a price aloud.",
    course: course(37, 28, 21, 8),
  },
  {
    slug: "reconnaissance-des-artisans",
    state: "meeting",
    language: "fr",
    title: "Faire reconnaître les artisan·es",
    theme: "crafts",
    model: "advocacy",
    origin: "member",
    whyNow:
      "La reconnaissance légale d’artisan·e ne dit rien à celles et ceux qui facturent au projet.",
    makes: "Une note de plaidoyer et un parcours de demande pas à pas.",
    forWhom: "Artisan·es et métiers d’art",
    effort: "Deux heures par mois et un peu de lecture",
    city: "Bruxelles",
    online: false,
    capacity: 16,
    waiting: 3,
    next: 16,
    gist: "La note tient en quatre pages. Deux personnes relisent la partie sur les diplômes.",
    course: course(34, 16, 16, 7),
  },
  {
    slug: "vendre-ses-bijoux",
    state: "closed",
    language: "fr",
    title: "Bijoux : présenter et vendre ses pièces",
    theme: "crafts",
    model: "practices",
    origin: "member",
    whyNow: "Un bijou bien présenté se vend deux fois plus, et personne ne nous l’a appris.",
    makes: "Un guide de présentation en boutique et en ligne.",
    forWhom: "Bijoutier·ères créateur·ices",
    effort: "Six rencontres de deux heures",
    city: "Bruxelles",
    online: false,
    course: course(22, 18, 15, 6, 120, 320),
    made: {
      outcome: "Un guide illustré de seize pages et un stand commun.",
      made: "Le guide se télécharge dans la bibliothèque. Le stand commun a servi à deux marchés et peut être emprunté.",
      handOff: "lab",
      note: "Le stand commun cherche un groupe qui le fasse vivre.",
      takenUp: {
        by: "reconnaissance-des-artisans",
        reason:
          "Le stand nous servira à rencontrer le public pendant les journées des métiers d’art.",
      },
    },
  },
  {
    slug: "conditions-de-remuneration",
    state: "closed",
    language: "fr",
    title: "Conditions de rémunération",
    theme: "pay",
    model: "collective-action",
    origin: "cooperative",
    whyNow: "La coopérative veut savoir ce que ses membres gagnent vraiment, heure par heure.",
    makes: "Des repères de prix par métier et des propositions pour l’assemblée des travailleurs.",
    forWhom: "Toute personne qui facture par la coopérative",
    effort: "Une rencontre par mois",
    city: "Liège",
    online: true,
    course: course(41, 33, 28, 9, 120, 400),
    made: {
      outcome: "Des repères de prix pour sept métiers et quatre propositions.",
      made: "Les repères sont publiés avec leur méthode. Les quatre propositions ont été versées aux pistes de l’assemblée des travailleurs.",
      handOff: "assembly",
      note: "Assemblée des travailleurs, thème de la rémunération.",
    },
  },
  {
    slug: "risicos-voorkomen",
    state: "paused",
    language: "nl",
    title: "Risico’s voorkomen op de werkvloer",
    theme: "prevention",
    model: "sector",
    origin: "cooperative",
    whyNow: "Te veel ongevallen op podia en werven, te weinig afspraken vooraf.",
    makes: "Een checklist per beroep, die opdrachtgevers mee ondertekenen.",
    forWhom: "Technici, bouwers, podiumkunstenaars",
    effort: "Twee uur per maand",
    city: "Antwerpen",
    online: false,
    gist: "De checklist voor podia is getest op drie plaatsen.",
    course: course(19, 15, 12, 6, 120, 70),
  },
  {
    slug: "couverture-maladie",
    state: "meeting",
    language: "fr",
    title: "Malade, et après ?",
    theme: "protection",
    model: "advocacy",
    origin: "cooperative",
    whyNow: "Un mois d’arrêt suffit à perdre ses clients, et les règles changent selon le contrat.",
    makes: "Un guide « les trente premiers jours » et une proposition de fonds solidaire.",
    forWhom: "Toute personne concernée, de près ou de loin",
    effort: "Deux heures par mois, en ligne",
    city: "",
    online: true,
    next: 23,
    gist: "Le guide est à moitié écrit ; le fonds solidaire demande un avis juridique.",
    course: course(26, 21, 17, 6),
  },
];
