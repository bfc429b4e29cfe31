import type { DecisionKind } from "../../app/domain/decisions/statute-profile.ts";
import type { Translated } from "../../app/domain/kernel/languages.ts";
import { electionsToday, type SeedElection } from "./decisions-elections.ts";
import { SECRET_DECISIONS } from "./decisions-secret.ts";

/** A decision before it is a row. `matter` says which majority and quorum the statutes ask for. */
export type SeedDecision = {
  item: string;
  matter: DecisionKind;
  secondMeeting?: boolean;
  /** Articles as the rules cite them; the statute profile says which were verified. */
  legalBasis: string;
  texts: Translated<{ title: string; text: string }>;
  /** Who keeps the urn of a secret vote; missing: the vote is by name. */
  seal?: "server" | "scrutineers";
  /** Where something else than a resolution is asked. */
  election?: SeedElection;
  /** Invented outcome of a past vote. */
  outcome?: { for: number; against: number; abstain: number };
};

const ACCOUNTS = "CSA/WVV 6:81";
const STATUTES = "CSA/WVV 6:85";
const OBJECT = "CSA/WVV 6:86";

/** Resolutions of the ordinary part of today's assembly, in draft. */
function ordinary(year: number, coopted: string): SeedDecision[] {
  return [
    {
      item: "accounts",
      matter: "ordinary",
      legalBasis: ACCOUNTS,
      texts: {
        fr: {
          title: `Approuver les comptes annuels de ${year}`,
          text: `L’assemblée générale, après avoir entendu le rapport de gestion et le rapport du commissaire, approuve les comptes annuels de l’exercice ${year}, qui se clôturent par un résultat de 1.284.500 €.`,
        },
        nl: {
          title: `De jaarrekening van ${year} goedkeuren`,
          text: `Na het jaarverslag en het verslag van de commissaris te hebben gehoord, keurt de algemene vergadering de jaarrekening van het boekjaar ${year} goed, die afsluit met een resultaat van 1.284.500 €.`,
        },
        de: {
          title: `Den Jahresabschluss ${year} genehmigen`,
          text: `Nach Anhörung des Lageberichts und des Berichts des Kommissars genehmigt die Generalversammlung den Jahresabschluss des Geschäftsjahres ${year}, der mit einem Ergebnis von 1.284.500 € schließt.`,
        },
        en: {
          title: `Approve the annual accounts of ${year}`,
          text: `Having heard the management report and the auditor’s report, the general assembly approves the annual accounts of the financial year ${year}, which close with a result of €1,284,500.`,
        },
      },
    },
    {
      item: "accounts",
      matter: "ordinary",
      legalBasis: "Statuts/Statuten 43",
      texts: {
        fr: {
          title: "Affecter le résultat aux réserves et à la formation",
          text: "L’assemblée générale affecte le résultat de 1.284.500 € comme suit : 1.220.275 € aux réserves impartageables et 64.225 € à l’information et à la formation des membres et du public. Aucun dividende n’est distribué.",
        },
        nl: {
          title: "Het resultaat toewijzen aan de reserves en aan opleiding",
          text: "De algemene vergadering bestemt het resultaat van 1.284.500 € als volgt: 1.220.275 € voor de ondeelbare reserves en 64.225 € voor de informatie en de opleiding van de leden en het publiek. Er wordt geen dividend uitgekeerd.",
        },
        de: {
          title: "Das Ergebnis den Rücklagen und der Bildung zuweisen",
          text: "Die Generalversammlung verwendet das Ergebnis von 1.284.500 € wie folgt: 1.220.275 € für die unteilbaren Rücklagen und 64.225 € für die Information und Bildung der Mitglieder und der Öffentlichkeit. Es wird keine Dividende ausgeschüttet.",
        },
        en: {
          title: "Allocate the result to the reserves and to training",
          text: "The general assembly allocates the result of €1,284,500 as follows: €1,220,275 to the indivisible reserves and €64,225 to informing and training the members and the public. No dividend is paid.",
        },
      },
    },
    {
      item: "discharge",
      matter: "ordinary",
      legalBasis: ACCOUNTS,
      texts: {
        fr: {
          title: "Donner décharge aux administrateurs et administratrices",
          text: `L’assemblée générale donne décharge aux administrateurs et administratrices pour l’exercice de leur mandat durant l’année ${year}.`,
        },
        nl: {
          title: "Kwijting verlenen aan de bestuurders",
          text: `De algemene vergadering verleent de bestuurders kwijting voor de uitoefening van hun mandaat tijdens het jaar ${year}.`,
        },
        de: {
          title: "Den Verwaltungsrat entlasten",
          text: `Die Generalversammlung entlastet die Mitglieder des Verwaltungsrats für die Ausübung ihres Mandats im Jahr ${year}.`,
        },
        en: {
          title: "Discharge the directors",
          text: `The general assembly discharges the directors for the exercise of their mandate during the year ${year}.`,
        },
      },
    },
    {
      item: "cooptation",
      matter: "ordinary",
      legalBasis: "Statuts/Statuten 24",
      texts: {
        fr: {
          title: `Confirmer la cooptation de ${coopted}`,
          text: `L’assemblée générale confirme la cooptation de ${coopted} au conseil d’administration, pour la durée restante du mandat devenu vacant. Le mandat n’est pas rémunéré. Ce vote est nominatif.`,
        },
        nl: {
          title: `De coöptatie van ${coopted} bevestigen`,
          text: `De algemene vergadering bevestigt de coöptatie van ${coopted} in de raad van bestuur, voor de resterende duur van het vrijgekomen mandaat. Het mandaat is onbezoldigd. Deze stemming is op naam.`,
        },
        de: {
          title: `Die Kooptation von ${coopted} bestätigen`,
          text: `Die Generalversammlung bestätigt die Kooptation von ${coopted} in den Verwaltungsrat für die verbleibende Dauer des frei gewordenen Mandats. Das Mandat ist unbezahlt. Diese Abstimmung ist namentlich.`,
        },
        en: {
          title: `Confirm the cooptation of ${coopted}`,
          text: `The general assembly confirms the cooptation of ${coopted} to the board, for what remains of the vacant mandate. The mandate is unpaid. This vote is by name.`,
        },
      },
    },
  ];
}

/** The two changes of the statutes; the meeting of four weeks ago had the same texts. */
export function changes(secondMeeting: boolean): SeedDecision[] {
  return [
    {
      item: "statutes",
      matter: "statutes",
      secondMeeting,
      legalBasis: STATUTES,
      texts: {
        fr: {
          title: "Modifier l’article 38 : permettre de voter à distance avant l’assemblée",
          text: "L’assemblée générale remplace l’article 38 des statuts par le texte joint à la convocation. Les sociétaires peuvent désormais voter à distance avant l’assemblée, dans les dix jours qui la précèdent et jusqu’à la veille à minuit, sur les points dont le texte a été joint à la convocation.",
        },
        nl: {
          title: "Artikel 38 wijzigen: op afstand stemmen vóór de vergadering mogelijk maken",
          text: "De algemene vergadering vervangt artikel 38 van de statuten door de tekst die bij de oproeping is gevoegd. De vennoten kunnen voortaan vóór de vergadering op afstand stemmen, binnen de tien dagen ervoor en tot middernacht de dag voordien, over de punten waarvan de tekst bij de oproeping is gevoegd.",
        },
        de: {
          title: "Artikel 38 ändern: Fernabstimmung vor der Versammlung ermöglichen",
          text: "Die Generalversammlung ersetzt Artikel 38 der Satzung durch den der Einberufung beigefügten Text. Die Mitglieder können künftig vor der Versammlung aus der Ferne abstimmen, in den zehn Tagen davor und bis Mitternacht des Vortags, über die Punkte, deren Text der Einberufung beigefügt war.",
        },
        en: {
          title: "Change article 38: allow remote voting before the assembly",
          text: "The general assembly replaces article 38 of the statutes with the text attached to the convocation. Members may from now on vote remotely before the assembly, within the ten days before it and until midnight of the day before, on the items whose text was attached to the convocation.",
        },
      },
    },
    {
      item: "object",
      matter: "object",
      secondMeeting,
      legalBasis: OBJECT,
      texts: {
        fr: {
          title: "Modifier l’objet : ajouter la formation et l’entraide entre membres",
          text: "Sur rapport justificatif du conseil d’administration, l’assemblée générale ajoute à l’article 4 des statuts : « Organiser entre ses membres la formation, l’entraide et le codéveloppement, et former les personnes qui les animent. »",
        },
        nl: {
          title: "Het voorwerp wijzigen: opleiding en onderlinge hulp onder leden toevoegen",
          text: "Op verantwoordingsverslag van de raad van bestuur voegt de algemene vergadering aan artikel 4 van de statuten toe: “Onder haar leden opleiding, onderlinge hulp en co-ontwikkeling organiseren, en de mensen opleiden die ze begeleiden.”",
        },
        de: {
          title: "Den Gegenstand ändern: Bildung und gegenseitige Hilfe unter Mitgliedern ergänzen",
          text: "Auf begründenden Bericht des Verwaltungsrats ergänzt die Generalversammlung Artikel 4 der Satzung: „Unter ihren Mitgliedern Bildung, gegenseitige Hilfe und kollegiale Beratung zu organisieren und die Menschen auszubilden, die sie begleiten.“",
        },
        en: {
          title: "Change the object: add learning and mutual help among members",
          text: "On a report of the board giving its reasons, the general assembly adds to article 4 of the statutes: “To organise among its members training, mutual help and co-development, and to train the people who run them.”",
        },
      },
    },
  ];
}

export function decisionsToday(year: number, coopted: string): SeedDecision[] {
  return [...ordinary(year, coopted), ...changes(true), ...SECRET_DECISIONS, ...electionsToday()];
}
