import type { Outcome, Progress } from "../../app/domain/ledger/life.ts";
import type { LinkKind } from "../../app/domain/ledger/links.ts";
import type { Sections } from "../../app/domain/ledger/sections.ts";

export type SeedGroup = {
  slug: string;
  theme: "publics" | "tools" | "economy" | "governance";
  title: { fr: string; nl: string };
  /** Participants by stakeholder, as published (S-16). */
  figures: { members: number; partners: number; permanents: number };
  /** In a sentence each: the words are invented, their number and order are the booklet's. */
  recommendations: readonly string[];
};

/** The cycle in which they worked, as published (S-13). */
export const CYCLE = {
  cycle: "Smart in Progress",
  year: 2016,
  figures: { reached: 1_756, facilitators: 12, noteTakers: 3, hours: 66, meetings: 21 },
};

/** Four working groups, 58 participants, 37 recommendations (S-13, S-16). */
export const GROUPS: readonly SeedGroup[] = [
  {
    slug: "publics",
    theme: "publics",
    title: { fr: "Publics", nl: "Doelgroepen" },
    figures: { members: 6, partners: 3, permanents: 5 },
    recommendations: [
      "Accueillir toute personne qui vit de projets, quel que soit son métier",
      "Dire clairement pour qui la coopérative n’est pas la bonne réponse",
      "Créer une commission d’éthique ouverte aux membres",
      "Aller vers les personnes les plus précaires plutôt que les attendre",
      "Mettre en réseau les membres d’un même métier",
      "Ouvrir des lieux de rencontre hors de la capitale",
      "Adapter l’accueil aux nouveaux métiers",
      "Travailler avec les fédérations professionnelles",
      "Garder un espace permanent de réflexion sur les publics",
    ],
  },
  {
    slug: "outils-et-services",
    theme: "tools",
    title: { fr: "Outils et services", nl: "Instrumenten en diensten" },
    figures: { members: 7, partners: 1, permanents: 6 },
    recommendations: [
      "Un accompagnement en trois niveaux, du conseil rapide au suivi",
      "Former chaque membre à la gestion de son activité",
      "Un annuaire des membres que des clients peuvent consulter",
      "Simplifier l’interface de gestion des contrats",
      "Organiser des rencontres entre membres par secteur",
      "Un point de contact unique pour chaque membre",
      "Aider à trouver des clients par un répertoire d’offres",
      "Proposer des outils de gestion de projet collectifs",
      "Mutualiser du matériel et des lieux de travail",
    ],
  },
  {
    slug: "modele-economique",
    theme: "economy",
    title: { fr: "Modèle économique", nl: "Economisch model" },
    figures: { members: 7, partners: 3, permanents: 5 },
    recommendations: [
      "Maintenir une contribution proportionnelle à l’activité",
      "Une part de coopérateur obligatoire pour chaque utilisateur, chaque année",
      "Constituer des réserves avant de nouveaux services",
      "Publier chaque année ce que coûte chaque service",
      "Appliquer un tarif dégressif au-delà d’un volume d’activité",
      "Chercher des recettes qui ne viennent pas des membres",
      "Investir dans des lieux qui durent",
      "Ne recourir à l’emprunt que pour des biens durables, après une réflexion permanente",
    ],
  },
  {
    slug: "gouvernance",
    theme: "governance",
    title: { fr: "Gouvernance", nl: "Bestuur" },
    figures: { members: 5, partners: 4, permanents: 6 },
    recommendations: [
      "Devenir une coopérative dont les membres décident",
      "Une personne, une voix",
      "Des collèges pondérés au conseil d’administration",
      "Une part de coopérateur non obligatoire pour chaque utilisateur",
      "Limiter le nombre de mandats des administrateurs",
      "Préciser le rôle de la commission d’éthique",
      "Décentraliser les lieux de participation",
      "Un espace permanent de réflexion et de proposition",
      "Former les administrateurs à leur mandat",
      "Des outils de communication entre membres et administrateurs",
      "Une commission d’éthique inscrite dans les statuts",
    ],
  },
];

/** Parts of some of them, by printed number: with a minority's view where there was one (S-15). */
export const PARTS: Partial<Record<number, Sections>> = {
  4: {
    context: "Les personnes qui auraient le plus besoin de la coopérative la connaissent le moins.",
    actions: "Tenir des permanences dans des lieux associatifs\nTraduire les documents de base",
    attention: "Ne pas promettre un emploi là où il n’y a qu’un cadre",
    minority: "Le groupe est partagé sur les moyens à y consacrer.",
  },
  23: {
    context: "La contribution est la même pour tous les volumes d’activité.",
    argument: "Les membres qui facturent beaucoup financent des services qu’ils utilisent peu.",
    actions: "Simuler trois barèmes\nConsulter les membres avant de choisir",
    attention: "L’effet sur les réserves\nLe signal envoyé aux petits volumes",
    minority:
      "Une très large majorité est favorable ; une petite minorité refuse tout tarif dégressif, au nom de la solidarité.",
  },
  26: {
    argument: "Une dette engage les membres à venir.",
    minority: "Une personne s’oppose à tout emprunt.",
  },
  31: {
    argument: "Le renouvellement donne place à d’autres.",
    minority: "Ce point ne fait pas consensus dans le groupe.",
  },
};

/** How they stand to each other, by printed number: references, repetitions, a contradiction. */
export const LINKS: readonly [from: number, to: number, kind: LinkKind, note?: string][] = [
  [7, 1, "depends-on"],
  [2, 4, "refines"],
  [10, 15, "depends-on"],
  [27, 28, "depends-on"],
  [27, 34, "depends-on"],
  [29, 35, "depends-on"],
  [33, 34, "depends-on"],
  [36, 34, "depends-on", "Le texte imprimé citait le numéro 35."],
  [3, 37, "duplicates"],
  [32, 3, "refines"],
  [9, 34, "duplicates"],
  [30, 20, "contradicts", "Obligatoire chaque année, ou pas obligatoire."],
  [12, 16, "duplicates"],
  [5, 14, "duplicates"],
];

type Fate = { outcome: Outcome; reason: string; progress: Progress; note: string };

const kept = (progress: Progress, note: string): Fate => ({
  outcome: "accepted",
  reason: "Retenue dans le plan stratégique présenté aux membres en juin 2016.",
  progress,
  note,
});

/** What became of them, as an état des lieux of 2022 might have said; by printed number. */
export function fateOf(printed: number): Fate | undefined {
  if (printed === 20 || printed === 23) {
    return {
      outcome: "refused",
      reason: "Contraire à une autre recommandation ou au choix d’une contribution égale.",
      progress: "set-aside",
      note: "Écartée, avec ses raisons.",
    };
  }
  if ([8, 24, 31].includes(printed)) return undefined;
  if ([3, 28, 27, 37, 30].includes(printed)) return kept("done", "Inscrite dans les statuts.");
  if (printed % 4 === 0) return kept("done", "Réalisée.");
  if (printed % 4 === 1) return kept("partly-done", "Réalisée dans une partie des bureaux.");
  if (printed % 4 === 2) return kept("under-way", "Engagée, sans date de fin.");
  return kept("studied", "À l’étude ; à confier à un SmartLab.");
}
