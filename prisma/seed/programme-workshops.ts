import { four } from "./assembly-agendas.ts";

/** A workshop of the day: its title, and whether the reports tell of one like it (S-04). */
export type SeedWorkshop = {
  title: ReturnType<typeof four>;
  sourced: boolean;
  /** The agenda item it prepares. */
  item?: string;
};

const told = (...title: [string, string, string, string]): SeedWorkshop => ({
  title: four(title),
  sourced: true,
});
const invented = (...title: [string, string, string, string]): SeedWorkshop => ({
  title: four(title),
  sourced: false,
});

/** Twenty, as the reports count them; themes of past days first, then invented ones. */
export const WORKSHOPS: readonly SeedWorkshop[] = [
  told(
    "Autodéfense numérique",
    "Digitale zelfverdediging",
    "Digitale Selbstverteidigung",
    "Digital self-defence",
  ),
  told(
    "L’intelligence artificielle et nos métiers",
    "Artificiële intelligentie en onze beroepen",
    "Künstliche Intelligenz und unsere Berufe",
    "Artificial intelligence and our trades",
  ),
  told(
    "Masculinités au travail",
    "Mannelijkheid op het werk",
    "Männlichkeiten bei der Arbeit",
    "Masculinities at work",
  ),
  told(
    "Territoires zéro chômeur de longue durée",
    "Gebieden zonder langdurige werkloosheid",
    "Gebiete ohne Langzeitarbeitslosigkeit",
    "Territories without long-term unemployment",
  ),
  told(
    "La sécurité sociale, un jeu de société",
    "De sociale zekerheid, een gezelschapsspel",
    "Die Sozialversicherung, ein Gesellschaftsspiel",
    "Social security, a board game",
  ),
  told(
    "La coopérative et les syndicats",
    "De coöperatie en de vakbonden",
    "Die Genossenschaft und die Gewerkschaften",
    "The cooperative and the unions",
  ),
  told(
    "Parlons de vos conditions de travail et de vos protections sociales",
    "Laten we praten over uw arbeidsvoorwaarden en sociale bescherming",
    "Sprechen wir über Ihre Arbeitsbedingungen und Ihren sozialen Schutz",
    "Let us talk of your working conditions and social protection",
  ),
  {
    ...told(
      "Lire les comptes sans peur",
      "De rekeningen lezen zonder vrees",
      "Den Abschluss ohne Scheu lesen",
      "Reading the accounts without fear",
    ),
    item: "accounts",
  },
  {
    ...told(
      "D’où vient l’argent, et où va-t-il ?",
      "Waar komt het geld vandaan, en waar gaat het naartoe?",
      "Woher kommt das Geld, und wohin geht es?",
      "Where does the money come from, and where does it go?",
    ),
    item: "debate",
  },
  {
    ...invented(
      "Voter à distance : ce que changent les statuts",
      "Op afstand stemmen: wat de statuten veranderen",
      "Fernabstimmung: was die Satzung ändert",
      "Voting remotely: what the statutes change",
    ),
    item: "statutes",
  },
  {
    ...invented(
      "Apprendre entre membres : un nouvel objet ?",
      "Leren onder leden: een nieuw voorwerp?",
      "Unter Mitgliedern lernen: ein neuer Gegenstand?",
      "Learning among members: a new object?",
    ),
    item: "object",
  },
  {
    ...invented(
      "Rencontrer les personnes candidates",
      "De kandidaten ontmoeten",
      "Die Kandidierenden treffen",
      "Meeting the candidates",
    ),
    item: "persons",
  },
  invented(
    "Facturer juste : fixer son prix",
    "Eerlijk factureren: uw prijs bepalen",
    "Gerecht abrechnen: den eigenen Preis finden",
    "Invoicing fairly: setting one’s price",
  ),
  invented(
    "Travailler sans s’épuiser",
    "Werken zonder uitgeput te raken",
    "Arbeiten ohne auszubrennen",
    "Working without burning out",
  ),
  invented(
    "Écrire une question qui obtient une réponse",
    "Een vraag schrijven die een antwoord krijgt",
    "Eine Frage schreiben, die Antwort bekommt",
    "Writing a question that gets an answer",
  ),
  invented(
    "Créer un groupe de membres près de chez soi",
    "Een ledengroep dicht bij huis oprichten",
    "Eine Mitgliedergruppe in der Nähe gründen",
    "Starting a members’ group near home",
  ),
  invented(
    "Mutualiser du matériel",
    "Materiaal delen",
    "Material gemeinsam nutzen",
    "Sharing equipment",
  ),
  invented(
    "Les contrats courts expliqués",
    "Korte contracten uitgelegd",
    "Kurze Verträge erklärt",
    "Short contracts explained",
  ),
  invented(
    "Se déplacer moins, jouer plus : l’écologie des tournées",
    "Minder reizen, meer spelen: de ecologie van tournees",
    "Weniger reisen, mehr spielen: die Ökologie von Tourneen",
    "Travel less, play more: the ecology of tours",
  ),
  invented(
    "Nouveau ou nouvelle sociétaire : par où commencer ?",
    "Nieuw lid: waar te beginnen?",
    "Neues Mitglied: Wo anfangen?",
    "A new member: where to begin?",
  ),
];
