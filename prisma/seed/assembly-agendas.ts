import type { Translated } from "../../app/domain/kernel/languages.ts";

/** A station of an agenda; `key` ties documents, decisions and questions to it. */
export type SeedItem = {
  key: string;
  purpose: "inform" | "debate" | "decide";
  minutes: number;
  title: Required<Translated>;
  summary: Translated;
};

const item = (
  key: string,
  purpose: SeedItem["purpose"],
  minutes: number,
  title: [fr: string, nl: string, de: string, en: string],
  summary: [fr: string, nl: string, de: string, en: string],
): SeedItem => ({ key, purpose, minutes, title: four(title), summary: four(summary) });

/** A text in the four languages of the interface, in their order. */
export function four([fr, nl, de, en]: [string, string, string, string]): Required<Translated> {
  return { fr, nl, de, en };
}

export const AGENDA_TODAY: readonly SeedItem[] = [
  item(
    "opening",
    "inform",
    10,
    [
      "Ouverture, bureau et présences",
      "Opening, bureau en aanwezigheden",
      "Eröffnung, Büro und Anwesenheit",
      "Opening, bureau and attendance",
    ],
    [
      "Qui préside, qui tient le secrétariat, qui scrute ; combien nous sommes.",
      "Wie voorzit, wie het verslag maakt, wie de stemmen opneemt; met hoevelen we zijn.",
      "Wer leitet, wer protokolliert, wer zählt; wie viele wir sind.",
      "Who chairs, who keeps the minutes, who scrutinises; how many we are.",
    ],
  ),
  item(
    "reports",
    "inform",
    20,
    [
      "Rapports du conseil, et ce que sont devenues les paroles de l’an dernier",
      "Verslagen van de raad, en wat er van de woorden van vorig jaar werd",
      "Berichte des Verwaltungsrats, und was aus den Worten des Vorjahres wurde",
      "Reports of the board, and what became of last year’s words",
    ],
    [
      "Douze engagements avaient été pris devant l’assemblée : l’état de chacun (inventé).",
      "Twaalf verbintenissen werden tegenover de vergadering aangegaan: waar ze staan (verzonnen).",
      "Zwölf Zusagen wurden der Versammlung gegeben: wo jede steht (erfunden).",
      "Twelve commitments were made to the assembly: where each stands (invented).",
    ],
  ),
  item(
    "debate",
    "debate",
    30,
    [
      "D’où vient l’argent, et où va-t-il ?",
      "Waar komt het geld vandaan, en waar gaat het naartoe?",
      "Woher kommt das Geld, und wohin geht es?",
      "Where does the money come from, and where does it go?",
    ],
    [
      "Un débat sur le modèle économique, sans vote, pour préparer la proposition de l’an prochain.",
      "Een debat over het economische model, zonder stemming, om het voorstel van volgend jaar voor te bereiden.",
      "Eine Debatte über das Wirtschaftsmodell, ohne Abstimmung, um den Vorschlag des nächsten Jahres vorzubereiten.",
      "A debate on the economic model, without a vote, to prepare next year’s proposal.",
    ],
  ),
  item(
    "accounts",
    "decide",
    20,
    [
      "Comptes annuels et affectation du résultat",
      "Jaarrekening en bestemming van het resultaat",
      "Jahresabschluss und Verwendung des Ergebnisses",
      "Annual accounts and allocation of the result",
    ],
    [
      "Deux votes à la majorité simple.",
      "Twee stemmingen bij gewone meerderheid.",
      "Zwei Abstimmungen mit einfacher Mehrheit.",
      "Two votes by simple majority.",
    ],
  ),
  item(
    "discharge",
    "decide",
    10,
    [
      "Décharge aux administrateurs et administratrices",
      "Kwijting aan de bestuurders",
      "Entlastung des Verwaltungsrats",
      "Discharge of the directors",
    ],
    [
      "Un vote à la majorité simple, distinct de l’approbation des comptes.",
      "Een stemming bij gewone meerderheid, los van de goedkeuring van de rekening.",
      "Eine Abstimmung mit einfacher Mehrheit, getrennt von der Genehmigung des Abschlusses.",
      "A vote by simple majority, apart from the approval of the accounts.",
    ],
  ),
  item(
    "cooptation",
    "decide",
    15,
    [
      "Confirmation d’une cooptation au conseil",
      "Bevestiging van een coöptatie in de raad",
      "Bestätigung einer Kooptation in den Verwaltungsrat",
      "Confirmation of a cooptation to the board",
    ],
    [
      "Sans confirmation, le mandat prend fin à la clôture de l’assemblée.",
      "Zonder bevestiging eindigt het mandaat bij het sluiten van de vergadering.",
      "Ohne Bestätigung endet das Mandat mit dem Schluss der Versammlung.",
      "Without confirmation the mandate ends when the assembly closes.",
    ],
  ),
  item(
    "statutes",
    "decide",
    25,
    [
      "Modification des statuts : voter à distance avant l’assemblée",
      "Statutenwijziging: op afstand stemmen vóór de vergadering",
      "Satzungsänderung: Fernabstimmung vor der Versammlung",
      "Change of the statutes: voting remotely before the assembly",
    ],
    [
      "Seconde assemblée : les trois quarts des voix, sans quorum.",
      "Tweede vergadering: drie vierde van de stemmen, zonder quorum.",
      "Zweite Versammlung: drei Viertel der Stimmen, ohne Quorum.",
      "Second meeting: three quarters of the votes, no quorum.",
    ],
  ),
  item(
    "object",
    "decide",
    20,
    [
      "Modification de l’objet : la formation entre membres",
      "Wijziging van het voorwerp: opleiding onder leden",
      "Änderung des Gegenstands: Bildung unter Mitgliedern",
      "Change of the object: learning among members",
    ],
    [
      "Seconde assemblée : les quatre cinquièmes des voix, sur rapport du conseil.",
      "Tweede vergadering: vier vijfde van de stemmen, op verslag van de raad.",
      "Zweite Versammlung: vier Fünftel der Stimmen, auf Bericht des Verwaltungsrats.",
      "Second meeting: four fifths of the votes, on a report of the board.",
    ],
  ),
  item(
    "persons",
    "decide",
    20,
    [
      "Commissaire, comité de médiation et conseil d’administration",
      "Commissaris, bemiddelingscomité en raad van bestuur",
      "Kommissar, Schlichtungsausschuss und Verwaltungsrat",
      "Auditor, mediation committee and board",
    ],
    [
      "Deux votes secrets à la majorité simple : l’un scellé par les scrutateurs et scrutatrices, l’autre par le serveur, puis l’élection de trois administrateurs et administratrices.",
      "Twee geheime stemmingen bij gewone meerderheid: de ene verzegeld door de stemopnemers, de andere door de server, en daarna de verkiezing van drie bestuurders.",
      "Zwei geheime Abstimmungen mit einfacher Mehrheit: eine von den Stimmenzähler·innen versiegelt, eine vom Server, dann die Wahl von drei Verwaltungsratsmitgliedern.",
      "Two secret votes by simple majority: one sealed by the scrutineers and one by the server, then the election of three directors.",
    ],
  ),
  item(
    "questions",
    "debate",
    30,
    [
      "Vos questions et la stratégie à venir",
      "Uw vragen en de komende strategie",
      "Ihre Fragen und die kommende Strategie",
      "Your questions and the strategy to come",
    ],
    [
      "Les questions qui n’ont pas trouvé leur place plus tôt, puis l’annonce des résultats.",
      "De vragen die eerder geen plaats vonden, en daarna de bekendmaking van de uitslagen.",
      "Die Fragen, die vorher keinen Platz fanden, dann die Bekanntgabe der Ergebnisse.",
      "Questions that found no place earlier, then the announcement of results.",
    ],
  ),
];
