import type { Language } from "../../app/domain/kernel/languages.ts";
import type { Outcome, Progress } from "../../app/domain/ledger/life.ts";

/** What the board said of a demand of the demo. */
export type SeedAnswer = {
  outcome: Outcome;
  reason: string;
  adapted?: string;
  owner?: string;
  /** An ISO day. */
  promisedOn?: string;
  referTo?: "advocacy" | "assembly";
  aim?: number;
};

export type SeedDemand = {
  theme: "pay" | "accidents" | "sickness";
  city: "Antwerpen" | "Bruxelles" | "Gent" | "Liège";
  language: Language;
  title: string;
  text: string;
  debated?: true;
  answer?: SeedAnswer;
  progress?: { progress: Progress; note: string };
  contest?: string;
};

const accepted = (reason: string, owner: string, promisedOn: string, aim?: number): SeedAnswer => ({
  outcome: "accepted",
  reason,
  owner,
  promisedOn,
  ...(aim ? { aim } : {}),
});
const refused = (reason: string): SeedAnswer => ({ outcome: "refused", reason });
const adapted = (reason: string, instead: string, owner: string, on: string): SeedAnswer => ({
  outcome: "adapted",
  reason,
  adapted: instead,
  owner,
  promisedOn: on,
});

/** The 35 proposals of a workers' assembly: themes and cities as reported (S-20), words invented. */
export const DEMANDS: readonly SeedDemand[] = [
  {
    theme: "pay",
    city: "Bruxelles",
    language: "fr",
    title: "Publier des repères de rémunération par métier",
    text: "Une page par métier, tenue à jour chaque année, dit ce qui se paie et ce qui se refuse, pour que personne ne négocie seul·e.",
    debated: true,
    answer: accepted(
      "Nous avons ces chiffres sous forme anonyme et rien n’empêche de les publier au-dessus d’un seuil.",
      "service études",
      "2026-03-31",
      2,
    ),
    progress: { progress: "partly-done", note: "Onze métiers sur trente sont en ligne." },
  },
  {
    theme: "pay",
    city: "Antwerpen",
    language: "nl",
    title: "Een dertiende maand voor wie een vol jaar werkt",
    text: "Wie twaalf maanden opdrachten via de coöperatie factureert, krijgt een dertiende maand die vooraf gespaard wordt op het eigen budget.",
    debated: true,
    answer: adapted(
      "Verplicht sparen raakt wie met kleine budgetten werkt.",
      "Een vrijwillige spaarpot voor een dertiende maand, met één klik te openen.",
      "dienst payroll",
      "2026-06-30",
    ),
  },
  {
    theme: "pay",
    city: "Liège",
    language: "fr",
    title: "Des chèques-repas pour les contrats courts aussi",
    text: "Le chèque-repas ne dépend plus de la durée du contrat mais des jours prestés.",
    debated: true,
    answer: refused(
      "La règle sociale lie le chèque à des conditions que les contrats d’un jour ne remplissent pas toujours ; le risque de redressement pèserait sur tous les membres.",
    ),
    contest:
      "La réponse ne dit pas pour quels contrats les conditions sont remplies. L’assemblée demande une réponse par type de contrat, avec les chiffres.",
  },
  {
    theme: "pay",
    city: "Gent",
    language: "nl",
    title: "Geen opdracht onder het minimumtarief",
    text: "De coöperatie weigert contracten onder het minimumtarief van de sector en belt de opdrachtgever op.",
    answer: accepted(
      "Dit sluit aan bij wat adviseurs al doen; het wordt een vaste regel.",
      "begeleidingsteam",
      "2025-12-31",
      2,
    ),
    progress: { progress: "done", note: "De regel staat sinds januari in de tool." },
  },
  {
    theme: "pay",
    city: "Bruxelles",
    language: "fr",
    title: "Raccourcir à trente jours le délai de paiement des grands donneurs d’ordre",
    text: "La coopérative négocie une charte avec les vingt donneurs d’ordre les plus importants.",
    answer: accepted(
      "La charte est en discussion avec sept d’entre eux.",
      "direction commerciale",
      "2027-03-31",
    ),
    progress: { progress: "under-way", note: "Sept signatures sur vingt." },
  },
  {
    theme: "pay",
    city: "Liège",
    language: "fr",
    title: "Montrer le coût total d’une mission avant de signer",
    text: "Avant la signature, chacun·e voit ce que coûte la mission, ce qui revient à la caisse commune et ce qui reste net.",
    answer: accepted("C’est prévu dans le nouveau simulateur.", "équipe produit", "2026-09-30"),
  },
  {
    theme: "pay",
    city: "Antwerpen",
    language: "nl",
    title: "Voorbereidingstijd mee laten betalen",
    text: "Modelcontracten vermelden uren voor voorbereiding en verplaatsing, zodat ze niet onzichtbaar blijven.",
  },
  {
    theme: "pay",
    city: "Gent",
    language: "nl",
    title: "Eén maand loon als buffer bij laattijdige betaling",
    text: "Het waarborgfonds betaalt ook wanneer de klant later dan zestig dagen betaalt, zonder extra bijdrage.",
    answer: refused(
      "Het fonds betaalt vandaag al na zeven dagen; de vraag is vervuld en een tweede regel zou verwarren.",
    ),
  },
  {
    theme: "pay",
    city: "Bruxelles",
    language: "fr",
    title: "Un salaire horaire minimum propre à la coopérative",
    text: "L’assemblée fixe chaque année un minimum horaire au-dessus du minimum légal.",
    answer: {
      outcome: "referred",
      reason: "Une telle règle engage tous les membres : elle revient à l’assemblée générale.",
      referTo: "assembly",
    },
  },
  {
    theme: "pay",
    city: "Liège",
    language: "fr",
    title: "Des modèles de devis dans les trois langues",
    text: "Un devis type par métier, en français, néerlandais et allemand.",
    answer: accepted("Utile et peu coûteux.", "service juridique", "2025-11-30"),
    progress: { progress: "done", note: "Neuf modèles publiés." },
  },
  {
    theme: "pay",
    city: "Antwerpen",
    language: "nl",
    title: "De bijdrage verlagen boven een jaaromzet",
    text: "Wie veel factureert betaalt een degressieve bijdrage, zonder dat de dienst voor anderen vermindert.",
    answer: refused(
      "De vlakke bijdrage is een keuze van solidariteit die de algemene vergadering in 2023 bevestigde.",
    ),
  },
  {
    theme: "pay",
    city: "Gent",
    language: "nl",
    title: "Een jaarlijks gesprek over tarieven",
    text: "Elk lid kan één keer per jaar een uur met een adviseur zijn of haar tarieven doornemen.",
  },
  {
    theme: "accidents",
    city: "Bruxelles",
    language: "fr",
    title: "Une assurance accident qui couvre aussi la préparation",
    text: "La couverture s’étend aux répétitions, repérages et déplacements qui ne figurent pas au contrat.",
    debated: true,
    answer: accepted(
      "Le courtier propose une extension à un coût supportable.",
      "direction des assurances",
      "2026-12-31",
      1,
    ),
    progress: { progress: "studied", note: "Trois offres sont comparées." },
  },
  {
    theme: "accidents",
    city: "Gent",
    language: "nl",
    title: "Een noodnummer na een ongeval, ook ’s avonds",
    text: "Een telefoonnummer dat tot middernacht bereikbaar is en de eerste stappen uitlegt.",
    debated: true,
    answer: adapted(
      "Een eigen wachtdienst tot middernacht is te duur voor het aantal oproepen.",
      "Een doorschakeling naar de verzekeraar, met een kaart in de app.",
      "dienst preventie",
      "2026-01-31",
    ),
    progress: { progress: "done", note: "De kaart staat in de app sinds februari." },
  },
  {
    theme: "accidents",
    city: "Antwerpen",
    language: "nl",
    title: "Veiligheidsopleiding betaald als werktijd",
    text: "Wie op hoogte of met machines werkt, volgt elk jaar een dag opleiding die als werkdag telt.",
    answer: accepted("Preventie kost minder dan ongevallen.", "dienst preventie", "2026-10-31", 1),
  },
  {
    theme: "accidents",
    city: "Liège",
    language: "fr",
    title: "Repérer l’épuisement avant l’arrêt",
    text: "Un questionnaire confidentiel, deux fois par an, avec un rendez-vous possible hors de la coopérative.",
    debated: true,
    answer: accepted(
      "Un service extérieur garantit que rien ne revient à la coopérative.",
      "service externe de prévention",
      "2025-10-31",
      1,
    ),
    progress: { progress: "under-way", note: "Première vague en mars : 412 rendez-vous proposés." },
  },
  {
    theme: "accidents",
    city: "Bruxelles",
    language: "fr",
    title: "Refuser une mission dangereuse sans perdre le contrat",
    text: "Une clause type prévoit le droit de s’arrêter et le paiement des heures prévues.",
    answer: accepted("La clause sera proposée par défaut.", "service juridique", "2026-05-31"),
  },
  {
    theme: "accidents",
    city: "Liège",
    language: "fr",
    title: "Une liste publique des lieux où des accidents se répètent",
    text: "Quand trois accidents surviennent au même endroit, les membres le savent avant d’accepter.",
    answer: refused(
      "Publier des lieux exposerait à des poursuites ; le service de prévention les visite et avertit les personnes concernées.",
    ),
  },
  {
    theme: "accidents",
    city: "Gent",
    language: "nl",
    title: "Beschermingsmateriaal in bruikleen",
    text: "Helmen, harnassen en gehoorbescherming zijn in elke vestiging te leen.",
    answer: accepted("Een proef in twee vestigingen begint.", "vestigingen", "2026-04-30"),
    progress: { progress: "partly-done", note: "Gent en Luik lenen uit; Antwerpen volgt." },
  },
  {
    theme: "accidents",
    city: "Antwerpen",
    language: "nl",
    title: "Een ongeval melden met een foto",
    text: "De melding vraagt één foto en drie zinnen; de rest vult een medewerker aan.",
  },
  {
    theme: "accidents",
    city: "Bruxelles",
    language: "fr",
    title: "Un référent sécurité par bureau",
    text: "Dans chaque bureau, une personne formée répond aux questions et visite les lieux.",
    answer: adapted(
      "Tous les bureaux n’ont pas la taille pour une fonction propre.",
      "Une personne référente pour deux bureaux voisins.",
      "direction des bureaux",
      "2026-02-28",
    ),
  },
  {
    theme: "accidents",
    city: "Liège",
    language: "fr",
    title: "Des temps de repos inscrits au contrat",
    text: "Onze heures entre deux prestations, écrites dans chaque contrat.",
    answer: accepted("La loi le dit déjà : l’écrire aide.", "service juridique", "2025-09-30"),
    progress: { progress: "done", note: "Mention ajoutée à tous les contrats types." },
  },
  {
    theme: "accidents",
    city: "Gent",
    language: "nl",
    title: "Na een burn-out stap voor stap terug",
    text: "Een traject van zes maanden met begeleiding, ook voor wie met korte contracten werkt.",
    answer: {
      outcome: "referred",
      reason:
        "De wet laat dit vandaag niet toe voor korte contracten; wij brengen het bij de overheid aan.",
      referTo: "advocacy",
    },
  },
  {
    theme: "sickness",
    city: "Bruxelles",
    language: "fr",
    title: "Un salaire garanti dès le premier jour de maladie",
    text: "La caisse commune complète l’indemnité dès le premier jour, contrat en cours ou non.",
    debated: true,
    answer: refused(
      "Le coût, estimé à 1,9 % de la masse salariale, dépasse ce que la contribution actuelle permet ; une augmentation demanderait un vote de l’assemblée.",
    ),
  },
  {
    theme: "sickness",
    city: "Antwerpen",
    language: "nl",
    title: "Een ziektefonds voor leden, door leden",
    text: "Een vrijwillig fonds met een kleine maandelijkse bijdrage, beheerd door leden.",
    debated: true,
    answer: accepted(
      "Een juridische vorm wordt onderzocht samen met een ziekenfonds.",
      "werkgroep fonds",
      "2027-06-30",
      1,
    ),
    progress: { progress: "studied", note: "Twee ziekenfondsen zijn gesprekspartner." },
  },
  {
    theme: "sickness",
    city: "Liège",
    language: "fr",
    title: "Expliquer ses droits en une page",
    text: "Une page dit quoi faire le premier, le troisième et le trentième jour de maladie.",
    answer: accepted("Elle sera relue par une mutualité.", "service social", "2025-08-31"),
    progress: { progress: "done", note: "Publiée en trois langues." },
  },
  {
    theme: "sickness",
    city: "Gent",
    language: "nl",
    title: "Ziek zijn tijdens een geboekte opdracht",
    text: "Geboekte maar nog niet gecontracteerde dagen tellen mee voor het gewaarborgd loon.",
  },
  {
    theme: "sickness",
    city: "Bruxelles",
    language: "fr",
    title: "Ne plus perdre ses jours pendant une grossesse",
    text: "Les jours déjà réservés sont maintenus ou indemnisés pendant le congé de maternité.",
    answer: {
      outcome: "referred",
      reason: "C’est une règle de sécurité sociale : l’équipe plaidoyer la porte.",
      referTo: "advocacy",
    },
  },
  {
    theme: "sickness",
    city: "Liège",
    language: "fr",
    title: "Une aide pour les démarches auprès de la mutuelle",
    text: "Une permanence aide à remplir les papiers, sans rendez-vous, une fois par semaine.",
    answer: accepted("Dans quatre bureaux pour commencer.", "service social", "2026-03-31"),
    progress: { progress: "taken-up", note: "Un SmartLab anime la permanence de Liège." },
  },
  {
    theme: "sickness",
    city: "Antwerpen",
    language: "nl",
    title: "Chronisch zieken: minder administratie",
    text: "Wie een langdurige ziekte heeft, bezorgt één attest per jaar.",
    answer: accepted("Kan zonder wetswijziging.", "dienst payroll", "2025-12-31"),
    progress: { progress: "done", note: "Van kracht sinds januari." },
  },
  {
    theme: "sickness",
    city: "Gent",
    language: "nl",
    title: "Tandzorg in de groepsverzekering",
    text: "De groepsverzekering dekt ook gewone tandzorg.",
    answer: refused("De premie zou verdubbelen voor een dekking die ziekenfondsen al bieden."),
  },
  {
    theme: "sickness",
    city: "Bruxelles",
    language: "fr",
    title: "Un soutien psychologique, six séances par an",
    text: "Six séances remboursées, chez la personne de son choix, sans passer par la coopérative.",
    answer: adapted(
      "Le remboursement direct oblige à connaître qui consulte.",
      "Un réseau extérieur, quatre séances, facturées sans nom.",
      "service externe de prévention",
      "2026-11-30",
    ),
  },
  {
    theme: "sickness",
    city: "Liège",
    language: "fr",
    title: "Calculer l’indemnité sur douze mois plutôt que trois",
    text: "Pour des revenus irréguliers, une moyenne sur douze mois est plus juste.",
    answer: {
      outcome: "referred",
      reason: "La règle est fédérale : elle rejoint le mémorandum de l’équipe plaidoyer.",
      referTo: "advocacy",
    },
  },
  {
    theme: "sickness",
    city: "Antwerpen",
    language: "nl",
    title: "Mantelzorg als reden om een opdracht te verplaatsen",
    text: "Een modelclausule laat toe een opdracht uit te stellen wanneer een naaste zorg nodig heeft.",
    answer: accepted("De clausule is klaar.", "juridische dienst", "2026-02-28"),
    progress: { progress: "done", note: "Beschikbaar in vier modelcontracten." },
  },
  {
    theme: "sickness",
    city: "Gent",
    language: "nl",
    title: "Elk jaar zeggen wat ziekte de leden kostte",
    text: "Een jaarlijkse publicatie van het aantal ziektedagen en de uitgekeerde bedragen, zonder namen.",
    answer: accepted("Wordt deel van het jaarverslag.", "dienst studie", "2026-06-30"),
  },
];
