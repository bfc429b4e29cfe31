import type {
  AmendmentState,
  Ground,
  ObjectionState,
} from "../../app/domain/workers-assembly/debate.ts";

/** One paragraph that a debate left, with why; sentences stayed as they were proposed. */
type SeedVersion = readonly [paragraph: string, reason: string];

type SeedAmendment = {
  paragraph: string;
  why: string;
  state: AmendmentState;
  answer: string;
  of: number;
  made?: number;
};

type SeedObjection = {
  ground: Ground;
  because: string;
  state: ObjectionState;
  note?: string;
  of: number;
  made?: number;
};

/** A debate of the first assembly, in the language of its proposal; `other`: its last text in the other. */
export type SeedDebate = {
  /** Of its proposal on the frozen list. */
  number: number;
  room: string;
  versions: readonly SeedVersion[];
  other: string;
  asked: readonly (readonly [question: string, answer: string])[];
  said: readonly string[];
  amendments: readonly SeedAmendment[];
  objections: readonly SeedObjection[];
  /** Of those who voted: for, against; the others abstained. */
  votes: readonly [inFavour: number, against: number];
  /** How much it pleases, out of a hundred, those who came for each theme: pay, accidents, sickness. */
  pleases: readonly [number, number, number];
};

const PAY_PAGES =
  "Une page par métier, tenue à jour chaque année par des membres de ce métier, dit ce qui se paie et ce qui se refuse, pour que personne ne négocie seul·e.";
const PAY_PAGES_LAST = `${PAY_PAGES} Elle cite ses sources et le nombre de contrats observés.`;
const MONTH =
  "Wie twaalf maanden opdrachten via de coöperatie factureert, kan kiezen voor een dertiende maand die vooraf gespaard wordt op het eigen budget.";
const REHEARSALS =
  "La couverture s’étend aux répétitions, repérages et déplacements annoncés à la coopérative, même s’ils ne figurent pas au contrat.";
const NIGHT =
  "Een telefoonnummer dat tot twee uur ’s nachts bereikbaar is, in het Frans en het Nederlands, en de eerste stappen uitlegt.";
const BURNOUT =
  "Un questionnaire confidentiel et facultatif, deux fois par an, avec un rendez-vous possible hors de la coopérative.";
const BURNOUT_LAST =
  "Un questionnaire confidentiel et facultatif, deux fois par an, traité hors de la coopérative, avec un rendez-vous possible chez une personne de son choix.";
const FIRST_DAY =
  "La caisse commune complète l’indemnité dès le premier jour de maladie, contrat en cours ou signé, dans la limite de dix jours par an.";
const FUND =
  "Een vrijwillig fonds met een maandelijkse bijdrage naar inkomen, beheerd door leden en elk jaar nagezien.";

/** The eight debates of 14 November 2024: what was said there is invented. */
export const DEBATES: readonly SeedDebate[] = [
  {
    number: 1,
    room: "Atelier A",
    versions: [
      [PAY_PAGES, "Les métiers se connaissent mieux eux-mêmes."],
      [PAY_PAGES_LAST, "Un repère se défend mieux quand on voit d’où il vient."],
    ],
    other:
      "Een pagina per beroep, elk jaar bijgewerkt door leden uit dat beroep, zegt wat betaald wordt en wat men weigert, zodat niemand alleen onderhandelt. Ze noemt haar bronnen en het aantal bekeken contracten.",
    asked: [
      [
        "Qui tient la page à jour ?",
        "Des membres du métier, avec une personne de l’équipe pour la technique.",
      ],
      [
        "Un repère, est-ce un minimum ?",
        "Non : c’est ce qui se pratique. Le minimum est une autre proposition.",
      ],
    ],
    said: [
      "Dans mon métier, tout le monde cache ses tarifs. Une page changerait la conversation avec les clients.",
      "Attention aux petits métiers : à dix, on reconnaît les gens.",
    ],
    amendments: [
      {
        paragraph: PAY_PAGES,
        why: "Ceux et celles qui font le métier savent ce qui se refuse.",
        state: "taken",
        answer: "La salle est d’accord.",
        of: 1,
        made: 2,
      },
      {
        paragraph:
          "Une page par métier, tenue à jour chaque trimestre, dit ce qui se paie et ce qui se refuse, pour que personne ne négocie seul·e.",
        why: "Un an, c’est long quand les prix montent.",
        state: "declined",
        answer: "Quatre fois par an, personne ne tiendrait. On garde une fois.",
        of: 1,
      },
      {
        paragraph: `${PAY_PAGES} Elle cite ses sources.`,
        why: "Pour qu’un client ne puisse pas dire que c’est inventé.",
        state: "changed",
        answer: "Reprise, avec le nombre de contrats observés.",
        of: 2,
        made: 3,
      },
    ],
    objections: [
      {
        ground: "harms-aim",
        because: "dans un métier de dix personnes, la page dirait ce que chacune gagne.",
        state: "solved",
        of: 2,
        made: 3,
      },
    ],
    votes: [151, 9],
    pleases: [92, 70, 66],
  },
  {
    number: 2,
    room: "Atelier B",
    versions: [[MONTH, "Niemand wordt verplicht om te sparen."]],
    other:
      "Qui facture des missions par la coopérative pendant douze mois peut choisir un treizième mois, épargné à l’avance sur son propre budget.",
    asked: [["Wie betaalt die maand?", "U zelf: het wordt op uw eigen budget vooraf opzij gezet."]],
    said: ["Voor wie weinig verdient, is vooraf sparen geen keuze."],
    amendments: [
      {
        paragraph: MONTH,
        why: "Sommigen willen het geld liever nu.",
        state: "taken",
        answer: "De zaal wil niemand verplichten.",
        of: 1,
        made: 2,
      },
    ],
    objections: [
      {
        ground: "beyond-limits",
        because:
          "wie zijn eigen dertiende maand spaart, krijgt er geen: het woord belooft te veel.",
        state: "dissent",
        note: "Een dertiende maand die men zelf spaart, is er geen: het woord belooft te veel.",
        of: 1,
      },
    ],
    votes: [102, 46],
    pleases: [66, 40, 45],
  },
  {
    number: 3,
    room: "Atelier C",
    versions: [],
    other:
      "De maaltijdcheque hangt niet langer af van de duur van het contract, maar van de gewerkte dagen.",
    asked: [["Une demi-journée compte-t-elle ?", "Oui, pour moitié, comme aujourd’hui."]],
    said: ["C’est la demande la plus simple, et celle que tout le monde comprend."],
    amendments: [
      {
        paragraph:
          "Le chèque-repas ne dépend plus de la durée du contrat mais des heures prestées.",
        why: "Les journées n’ont plus de sens en télétravail.",
        state: "withdrawn",
        answer: "",
        of: 1,
      },
    ],
    objections: [],
    votes: [163, 4],
    pleases: [88, 74, 70],
  },
  {
    number: 13,
    room: "Grande salle",
    versions: [[REHEARSALS, "L’assureur ne peut pas couvrir ce que personne n’a annoncé."]],
    other:
      "De dekking geldt ook voor repetities, plaatsbezoeken en verplaatsingen die bij de coöperatie gemeld zijn, ook als ze niet in het contract staan.",
    asked: [
      [
        "Comment annonce-t-on une répétition ?",
        "Par un message dans l’application, la veille au plus tard.",
      ],
    ],
    said: ["Je suis tombée en montant un décor la veille du contrat. Rien n’était couvert."],
    amendments: [
      {
        paragraph:
          "La couverture s’étend aux répétitions, repérages et déplacements annoncés la veille, même s’ils ne figurent pas au contrat.",
        why: "Sans annonce, pas d’assurance : autant l’écrire.",
        state: "changed",
        answer: "Reprise sans le délai d’un jour.",
        of: 1,
        made: 2,
      },
    ],
    objections: [],
    votes: [158, 6],
    pleases: [70, 93, 72],
  },
  {
    number: 14,
    room: "Atelier A",
    versions: [[NIGHT, "Wie ’s nachts opruimt, belt na middernacht."]],
    other:
      "Un numéro de téléphone joignable jusqu’à deux heures du matin, en français et en néerlandais, qui explique les premiers pas.",
    asked: [
      ["Wie neemt op?", "Een buitendienst, met een lijst van eerste stappen die leden nalezen."],
    ],
    said: ["Na een optreden in Luik vond ik om één uur niemand."],
    amendments: [
      {
        paragraph:
          "Een telefoonnummer dat tot twee uur ’s nachts bereikbaar is en de eerste stappen uitlegt.",
        why: "Podia sluiten na middernacht.",
        state: "changed",
        answer: "Overgenomen, met beide talen erbij.",
        of: 1,
        made: 2,
      },
    ],
    objections: [],
    votes: [139, 11],
    pleases: [55, 84, 64],
  },
  {
    number: 16,
    room: "Atelier B",
    versions: [
      [BURNOUT, "Personne ne doit répondre parce qu’on le regarde."],
      [BURNOUT_LAST, "Ce que disent des gens épuisés ne regarde pas l’employeur."],
    ],
    other:
      "Een vertrouwelijke en vrijwillige vragenlijst, twee keer per jaar, verwerkt buiten de coöperatie, met de mogelijkheid van een afspraak bij iemand naar keuze.",
    asked: [
      ["Qui lit les réponses ?", "Un service extérieur. La coopérative ne reçoit que des totaux."],
    ],
    said: ["Si c’est l’employeur qui lit, je ne réponds pas."],
    amendments: [
      {
        paragraph: BURNOUT,
        why: "Un questionnaire obligatoire est un contrôle.",
        state: "taken",
        answer: "La salle est d’accord.",
        of: 1,
        made: 2,
      },
    ],
    objections: [
      {
        ground: "harms-aim",
        because: "si la coopérative traite les réponses, les plus fragiles ne répondront pas.",
        state: "solved",
        of: 2,
        made: 3,
      },
      {
        ground: "beyond-limits",
        because: "deux fois par an, c’est me demander deux fois par an si je vais craquer.",
        state: "open",
        of: 3,
      },
    ],
    votes: [121, 24],
    pleases: [48, 78, 74],
  },
  {
    number: 24,
    room: "Atelier C",
    versions: [[FIRST_DAY, "Une limite rend la demande chiffrable."]],
    other:
      "De gemeenschappelijke kas vult de uitkering aan vanaf de eerste ziektedag, met een lopend of getekend contract, tot tien dagen per jaar.",
    asked: [
      [
        "Combien cela coûte-t-il ?",
        "Personne ne l’a calculé : le conseil d’administration devra répondre avec un chiffre.",
      ],
    ],
    said: ["Je travaille malade parce que le premier mois n’existe pas pour moi."],
    amendments: [
      {
        paragraph: FIRST_DAY,
        why: "Sans limite, la réponse sera non.",
        state: "taken",
        answer: "Reprise, de peu.",
        of: 1,
        made: 2,
      },
    ],
    objections: [
      {
        ground: "harms-aim",
        because: "dix jours excluent les maladies longues, celles qui ruinent.",
        state: "dissent",
        note: "Limiter à dix jours laisse sans rien les personnes malades longtemps.",
        of: 2,
      },
    ],
    votes: [147, 15],
    pleases: [72, 76, 95],
  },
  {
    number: 25,
    room: "Grande salle",
    versions: [[FUND, "Wie weinig verdient, moet ook mee kunnen."]],
    other:
      "Un fonds volontaire avec une cotisation mensuelle selon le revenu, géré par des membres et contrôlé chaque année.",
    asked: [["Is dat geen ziekenfonds?", "Nee: het vult aan wat het ziekenfonds niet betaalt."]],
    said: ["Solidair onder elkaar, prima, maar het mag de wettelijke bescherming niet vervangen."],
    amendments: [
      {
        paragraph:
          "Een vrijwillig fonds met een maandelijkse bijdrage naar inkomen, beheerd door leden.",
        why: "Een vaste bijdrage weegt zwaarder voor wie weinig verdient.",
        state: "changed",
        answer: "Overgenomen, met een jaarlijks nazicht.",
        of: 1,
        made: 2,
      },
    ],
    objections: [],
    votes: [109, 38],
    pleases: [44, 52, 70],
  },
];

/** Who was in the room and voted: fewer than had ranked the list. */
export const PRESENT = 171;
