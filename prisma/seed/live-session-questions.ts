import type { Language } from "../../app/domain/kernel/languages.ts";
import type { QuestionKind, RefusalReason } from "../../app/domain/live-session/question.ts";
import type { SeededAssemblies } from "./assembly.ts";

/** Where a question of the demo ended. */
export type Fate =
  | { state: "received" }
  | { state: "answered_oral"; answer: string; contested?: boolean }
  | { state: "owed_written"; dueInDays: number }
  | { state: "answered_written"; answer: string; changes?: string; dueInDays: number }
  | { state: "refused"; reason: RefusalReason; note: string }
  /** `into` counts the questions of the list from 0. */
  | { state: "merged"; into: number };

export type SeedQuestion = {
  assembly: keyof SeededAssemblies;
  item: string;
  kind: QuestionKind;
  language: Language;
  /** A persona's key; otherwise a member drawn by lot. */
  author?: string;
  nameHidden?: boolean;
  text: string;
  supports?: number;
  fate: Fate;
};

const received = { state: "received" } as const;

// Invented questions. Those of today were sent in before the assembly and nobody has seen them yet.
export const QUESTIONS: readonly SeedQuestion[] = [
  {
    assembly: "of2024",
    item: "accounts",
    kind: "statutory",
    language: "fr",
    text: "Pourquoi les frais informatiques augmentent-ils plus vite que l’activité, et jusqu’à quand ?",
    supports: 38,
    fate: {
      state: "answered_oral",
      answer:
        "Deux logiciels ont tourné en parallèle pendant neuf mois. L’ancien est arrêté depuis mars : la hausse ne se répétera pas l’an prochain.",
    },
  },
  {
    assembly: "of2024",
    item: "accounts",
    kind: "statutory",
    language: "nl",
    text: "Welk deel van het budget voor opleiding gaat naar opleidingen in het Nederlands?",
    supports: 21,
    fate: {
      state: "answered_written",
      dueInDays: 30,
      answer:
        "Eén opleiding op tien werd in het Nederlands gegeven. De raad heeft de kantoren van Gent en Antwerpen gevraagd voor het najaar zelf een programma voor te stellen.",
      changes: "Vanaf het najaar stellen Gent en Antwerpen hun eigen opleidingen voor.",
    },
  },
  {
    assembly: "of2024",
    item: "accounts",
    kind: "open",
    language: "fr",
    text: "D’où vient la hausse des dépenses informatiques ?",
    fate: { state: "merged", into: 0 },
  },
  {
    assembly: "of2024",
    item: "questions",
    kind: "open",
    language: "fr",
    nameHidden: true,
    text: "Pourquoi mon contrat de mars n’a-t-il été payé que le 12 avril ?",
    fate: {
      state: "refused",
      reason: "individual-file",
      note: "Votre bureau vous rappelle cette semaine ; la question générale des délais est posée au point 1.",
    },
  },
  {
    assembly: "of2024",
    item: "accounts",
    kind: "statutory",
    language: "fr",
    text: "Quel est le délai moyen de paiement des donneurs d’ordre publics, et qu’est-ce que cela coûte à la mutuelle des paies ?",
    supports: 54,
    fate: { state: "owed_written", dueInDays: 30 },
  },
  {
    assembly: "of2024",
    item: "saturday",
    kind: "open",
    language: "fr",
    text: "A-t-on demandé aux personnes qui travaillent le samedi si ce jour leur convient ?",
    supports: 17,
    fate: {
      state: "answered_oral",
      answer: "Pas encore ; le conseil y pensera avant de proposer une date.",
      contested: true,
    },
  },
  {
    assembly: "withoutQuorum",
    item: "statutes",
    kind: "statutory",
    language: "fr",
    text: "Si le quorum n’est jamais atteint à la première assemblée, pourquoi en tenir une ?",
    supports: 26,
    fate: {
      state: "answered_oral",
      answer:
        "Parce que la loi le demande : la seconde assemblée ne peut décider qu’après une première, convoquée dans les formes, qui n’a pas réuni la moitié des parts.",
    },
  },
  {
    assembly: "withoutQuorum",
    item: "object",
    kind: "statutory",
    language: "nl",
    author: "member-nl",
    text: "Welk bedrag is er jaarlijks voorzien voor opleiding en co-ontwikkeling, en wie beslist daarover?",
    supports: 11,
    fate: { state: "owed_written", dueInDays: 30 },
  },
  {
    assembly: "ofToday",
    item: "accounts",
    kind: "statutory",
    language: "fr",
    author: "member-fr",
    text: "Le résultat augmente alors que le montant moyen des contrats recule : quelle part vient de produits exceptionnels ?",
    fate: received,
  },
  {
    assembly: "ofToday",
    item: "accounts",
    kind: "statutory",
    language: "fr",
    nameHidden: true,
    text: "Quelle part du résultat vient de produits exceptionnels cette année ?",
    fate: received,
  },
  {
    assembly: "ofToday",
    item: "statutes",
    kind: "statutory",
    language: "nl",
    text: "Hoe voorkomt de raad dat wie vooraf stemt, een tekst goedkeurt zonder de antwoorden van de zitting te kennen?",
    fate: received,
  },
  {
    assembly: "ofToday",
    item: "debate",
    kind: "open",
    language: "de",
    author: "member-de",
    text: "Wird der Vorschlag zur Staffelung des Beitrags auch auf Deutsch vorgestellt, bevor wir darüber abstimmen?",
    fate: received,
  },
  {
    assembly: "ofToday",
    item: "object",
    kind: "statutory",
    language: "en",
    text: "Will adding training to the object change the contribution that members pay, now or later?",
    fate: received,
  },
  {
    assembly: "ofToday",
    item: "questions",
    kind: "open",
    language: "fr",
    text: "Que sont devenues les huit revendications débattues par l’assemblée des travailleurs et travailleuses ?",
    fate: received,
  },
  {
    assembly: "ofToday",
    item: "opening",
    kind: "practical",
    language: "nl",
    text: "Is er in de zaal een ringleiding voor wie een hoorapparaat draagt?",
    fate: received,
  },
];
