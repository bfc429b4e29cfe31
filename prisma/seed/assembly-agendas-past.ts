import type { SeedItem } from "./assembly-agendas.ts";
import { AGENDA_TODAY, four } from "./assembly-agendas.ts";

const INVENTED = four([
  "Intitulé et résultat inventés pour la démonstration ; seul le nombre de 841 votant·es est connu.",
  "Titel en uitslag verzonnen voor de demonstratie; alleen het aantal van 841 stemmers is bekend.",
  "Titel und Ergebnis für die Vorführung erfunden; bekannt ist nur die Zahl von 841 Abstimmenden.",
  "Title and result invented for the demonstration; only the number of 841 voters is known.",
]);

export const AGENDA_2023: readonly SeedItem[] = [
  {
    key: "known",
    purpose: "inform",
    minutes: 0,
    title: four([
      "Ce que l’on sait de cette assemblée",
      "Wat over deze vergadering bekend is",
      "Was über diese Versammlung bekannt ist",
      "What is known of this assembly",
    ]),
    summary: four([
      "1.046 personnes ont voté, dans trois villes le même jour. Les rapports ne donnent ni les décisions ni leurs résultats : rien n’est inventé ici.",
      "1.046 mensen stemden, in drie steden op dezelfde dag. De verslagen geven noch de beslissingen noch de uitslagen: hier is niets verzonnen.",
      "1.046 Personen stimmten ab, am selben Tag in drei Städten. Die Berichte nennen weder Beschlüsse noch Ergebnisse: Hier ist nichts erfunden.",
      "1,046 people voted, in three cities on one day. The reports give neither the decisions nor their results: nothing is invented here.",
    ]),
  },
];

export const AGENDA_2024: readonly SeedItem[] = [
  {
    key: "accounts",
    purpose: "decide",
    minutes: 25,
    title: four([
      "Comptes de 2023, affectation et décharge",
      "Jaarrekening 2023, bestemming en kwijting",
      "Jahresabschluss 2023, Verwendung und Entlastung",
      "Accounts of 2023, allocation and discharge",
    ]),
    summary: INVENTED,
  },
  {
    key: "elections",
    purpose: "decide",
    minutes: 30,
    title: four([
      "Élection de deux administrateurs ou administratrices",
      "Verkiezing van twee bestuurders",
      "Wahl von zwei Mitgliedern des Verwaltungsrats",
      "Election of two directors",
    ]),
    summary: INVENTED,
  },
  {
    key: "saturday",
    purpose: "decide",
    minutes: 15,
    title: four([
      "Proposition : tenir l’assemblée un samedi",
      "Voorstel: de vergadering op een zaterdag houden",
      "Antrag: die Versammlung an einem Samstag abhalten",
      "Motion: hold the assembly on a Saturday",
    ]),
    summary: INVENTED,
  },
  {
    key: "questions",
    purpose: "debate",
    minutes: 45,
    title: four([
      "Questions et réponses",
      "Vragen en antwoorden",
      "Fragen und Antworten",
      "Questions and answers",
    ]),
    summary: INVENTED,
  },
];

/** The first meeting on the two changes that today's assembly takes up again. */
export const AGENDA_WITHOUT_QUORUM: readonly SeedItem[] = AGENDA_TODAY.filter(
  ({ key }) => key === "statutes" || key === "object",
).map((item) => ({
  ...item,
  summary: four([
    "Première assemblée (inventée) : la moitié des parts devait être présente ou représentée.",
    "Eerste vergadering (verzonnen): de helft van de aandelen moest aanwezig of vertegenwoordigd zijn.",
    "Erste Versammlung (erfunden): Die Hälfte der Anteile musste anwesend oder vertreten sein.",
    "First meeting (invented): half of the shares had to be present or represented.",
  ]),
}));
