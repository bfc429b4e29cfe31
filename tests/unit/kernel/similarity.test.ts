import { describe, expect, it } from "vitest";
import { mostSimilar } from "#domain/kernel/similarity.ts";
import { stems } from "#domain/kernel/word-stems.ts";
import type { Language } from "#domain/kernel/languages.ts";

type Candidate = { id: string; text: string; language: Language };

const FRENCH = [
  ["frais", "Pourquoi les frais de gestion ont-ils augmenté de 6,5 % à 7 % cette année ?"],
  ["salaires", "Quel est l’écart entre le salaire le plus haut et le plus bas de la coopérative ?"],
  ["liege", "Quand le bureau de Liège va-t-il déménager ?"],
  ["benefice", "Que compte faire le conseil d’administration du bénéfice de l’exercice ?"],
  ["retard", "Pourquoi les contrats sont-ils payés en retard depuis l’été ?"],
  ["vote", "Le vote à distance sera-t-il possible lors de la prochaine assemblée générale ?"],
  ["ia", "Quelle est la position de la coopérative sur l’intelligence artificielle ?"],
  ["formation", "Combien de journées de formation ont été organisées pour les membres ?"],
] as const;

const DUTCH = [
  ["kosten", "Waarom zijn de beheerskosten dit jaar gestegen van 6,5 naar 7 procent?"],
  ["lonen", "Hoe groot is de kloof tussen het hoogste en het laagste loon in de coöperatie?"],
  ["gent", "Wanneer verhuist het kantoor in Gent?"],
  ["winst", "Wat gaat de raad van bestuur doen met de winst van het boekjaar?"],
  ["stemmen", "Kunnen we op de volgende algemene vergadering op afstand stemmen?"],
  ["opleiding", "Hoeveel opleidingsdagen zijn er voor de leden georganiseerd?"],
] as const;

function asCandidates(
  texts: readonly (readonly [string, string])[],
  language: Language,
): Candidate[] {
  return texts.map(([id, text]) => ({ id, text, language }));
}

const ALL = [...asCandidates(FRENCH, "fr"), ...asCandidates(DUTCH, "nl")];

function found(text: string, language: Language, candidates = ALL): string[] {
  return mostSimilar(text, candidates, { limit: 3, language }).map(({ id }) => id);
}

describe("questions that resemble one being typed", () => {
  it.each([
    ["Pourquoi avez-vous augmenté les frais de gestion ?", "frais"],
    ["L'augmentation des frais de gestion est-elle justifiée ?", "frais"],
    ["Quels sont les écarts de salaires dans la coopérative ?", "salaires"],
    ["Le bureau de Liege demenage quand ?", "liege"],
    ["Que va-t-on faire des bénéfices de l’exercice 2025 ?", "benefice"],
    ["Mes contrats sont toujours payés avec retard", "retard"],
    ["Pourra-t-on voter à distance à la prochaine assemblée", "vote"],
    ["combien de formations organisées pour les", "formation"],
    ["Inteligence artificielle : quelle position ?", "ia"],
  ])("fr: %s", (text, id) => {
    expect(found(text, "fr")[0]).toBe(id);
  });

  it.each([
    ["Waarom stijgen de beheerskosten naar 7 procent?", "kosten"],
    ["Wat is het hoogste en het laagste loon?", "lonen"],
    ["Gaat het kantoor van Gent verhuizen?", "gent"],
    ["Wat doet het bestuur met de winsten van dit boekjaar?", "winst"],
    ["Zal stemmen op afstand mogelijk zijn op de volgende vergadering?", "stemmen"],
    ["Hoeveel dagen opleiding werden georganiseerd?", "opleiding"],
  ])("nl: %s", (text, id) => {
    expect(found(text, "nl")[0]).toBe(id);
  });

  it.each([
    ["Y aura-t-il des vélos électriques pour les coursiers ?", "fr"],
    ["Pourquoi la coopérative ne publie-t-elle pas ses comptes en allemand ?", "fr"],
    ["Combien de membres habitent à l’étranger ?", "fr"],
    ["Waarom is er geen parking bij het gebouw?", "nl"],
    ["Hoeveel leden wonen in het buitenland?", "nl"],
  ] as const)("nothing resembles: %s", (text, language) => {
    expect(found(text, language)).toEqual([]);
  });

  it("stays silent while there is too little to compare", () => {
    expect(found("Pourquoi les", "fr")).toEqual([]);
    expect(found("les frais", "fr")).toEqual([]);
    expect(found("", "fr")).toEqual([]);
  });

  it("compares within a language only", () => {
    const twin: Candidate = { id: "x", text: FRENCH[0][1], language: "nl" };
    expect(found(FRENCH[0][1], "fr", [twin])).toEqual([]);
  });

  it("keeps to the limit, and to the given order among equals", () => {
    const text = FRENCH[0][1];
    const copies = ["b", "a", "c", "d"].map((id) => ({ id, text, language: "fr" as const }));
    expect(found(text, "fr", copies)).toEqual(["b", "a", "c"]);
  });

  it("keeps to the limit among a thousand that resemble each other", () => {
    const many = Array.from({ length: 1_000 }, (_, at): Candidate => {
      const [id, text] = FRENCH[at % FRENCH.length] ?? FRENCH[0];
      return { id: `${id}-${at}`, text: `${text} ${at} variante numéro ${at * 7}`, language: "fr" };
    });
    expect(found("Pourquoi avez-vous augmenté les frais de gestion ?", "fr", many)).toHaveLength(3);
  });
});

describe("stems", () => {
  it.each([
    ["fr", "Les bénéfices", "le BENEFICE"],
    ["fr", "sociétaires", "sociétaire"],
    ["nl", "de vergaderingen", "vergadering"],
    ["de", "die Genossenschaften", "Genossenschaft"],
    ["en", "the members’ meetings", "member meeting"],
  ] as const)("%s: %s and %s are one", (language, one, other) => {
    expect(stems(one, language)).toEqual(stems(other, language));
  });
});
