import { describe, expect, it } from "vitest";
import { tallyResolution, type ResolutionInput } from "#domain/decisions/resolution.ts";
import { LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import {
  explainReport,
  headline,
  sharesInWords,
  turnoutInWords,
  warningsInWords,
} from "#app/features/decisions/explain-report.ts";
import { ruleInWords } from "#app/features/decisions/explain-rule.ts";
import { say, type Sentence } from "#app/features/decisions/say.ts";
import { translator } from "#app/i18n/server.ts";

type Majority = ResolutionInput["rule"]["majority"];

function report(
  [inFavour, against, abstain]: [number, number, number],
  majority: Majority,
  more: Partial<ResolutionInput> = {},
) {
  return tallyResolution({
    rule: { majority, secondMeeting: false, abstainInBase: false },
    counts: { for: inFavour, against, abstain },
    electorate: { persons: 41_702, shares: 60_000 },
    present: { persons: 2_000, shares: 2_400 },
    holders: [],
    ...more,
  });
}

function spoken(language: Language, sentence: Sentence): string {
  const t = translator(language).getFixedT(language, "decisions");
  return say(t, language, sentence).replace(/[\u00a0\u202f]/g, " ");
}

describe("the result in one sentence (V1)", () => {
  it.each<[[number, number, number], Majority, Record<Language, string>]>([
    [
      [68, 6, 26],
      "simple",
      {
        fr: "Adoptée : 68 pour, 6 contre, 26 abstentions ; il fallait plus de voix pour que contre.",
        nl: "Aangenomen: 68 voor, 6 tegen, 26 onthoudingen; er waren meer stemmen voor dan tegen nodig.",
        de: "Angenommen: 68 dafür, 6 dagegen, 26 Enthaltungen; nötig waren mehr Stimmen dafür als dagegen.",
        en: "Adopted: 68 for, 6 against, 26 abstained; more votes for than against were needed.",
      },
    ],
    [
      [500, 500, 46],
      "simple",
      {
        fr: "Rejetée, à égalité : 500 pour, 500 contre, 46 abstentions ; il fallait plus de voix pour que contre.",
        nl: "Verworpen bij staking van stemmen: 500 voor, 500 tegen, 46 onthoudingen; er waren meer stemmen voor dan tegen nodig.",
        de: "Abgelehnt bei Stimmengleichheit: 500 dafür, 500 dagegen, 46 Enthaltungen; nötig waren mehr Stimmen dafür als dagegen.",
        en: "Rejected in a tie: 500 for, 500 against, 46 abstained; more votes for than against were needed.",
      },
    ],
    [
      [750, 250, 100],
      "three_quarters",
      {
        fr: "Adoptée : 750 pour, 250 contre, 100 abstentions ; trois quarts étaient nécessaires.",
        nl: "Aangenomen: 750 voor, 250 tegen, 100 onthoudingen; drie vierde was nodig.",
        de: "Angenommen: 750 dafür, 250 dagegen, 100 Enthaltungen; nötig waren drei Viertel.",
        en: "Adopted: 750 for, 250 against, 100 abstained; three quarters were needed.",
      },
    ],
    [
      [749, 251, 0],
      "three_quarters",
      {
        fr: "Rejetée : 749 pour, 251 contre, 0 abstention ; trois quarts étaient nécessaires.",
        nl: "Verworpen: 749 voor, 251 tegen, 0 onthoudingen; drie vierde was nodig.",
        de: "Abgelehnt: 749 dafür, 251 dagegen, 0 Enthaltungen; nötig waren drei Viertel.",
        en: "Rejected: 749 for, 251 against, 0 abstained; three quarters were needed.",
      },
    ],
    [
      [800, 200, 5],
      "four_fifths",
      {
        fr: "Adoptée : 800 pour, 200 contre, 5 abstentions ; quatre cinquièmes étaient nécessaires.",
        nl: "Aangenomen: 800 voor, 200 tegen, 5 onthoudingen; vier vijfde was nodig.",
        de: "Angenommen: 800 dafür, 200 dagegen, 5 Enthaltungen; nötig waren vier Fünftel.",
        en: "Adopted: 800 for, 200 against, 5 abstained; four fifths were needed.",
      },
    ],
    [
      [3, 1, 900],
      "three_quarters",
      {
        fr: "Adoptée : 3 pour, 1 contre, 900 abstentions ; trois quarts étaient nécessaires.",
        nl: "Aangenomen: 3 voor, 1 tegen, 900 onthoudingen; drie vierde was nodig.",
        de: "Angenommen: 3 dafür, 1 dagegen, 900 Enthaltungen; nötig waren drei Viertel.",
        en: "Adopted: 3 for, 1 against, 900 abstained; three quarters were needed.",
      },
    ],
    [
      [0, 0, 10],
      "four_fifths",
      {
        fr: "Non adoptée : 0 pour, 0 contre, 10 abstentions ; aucune voix exprimée.",
        nl: "Niet aangenomen: 0 voor, 0 tegen, 10 onthoudingen; geen enkele stem voor of tegen.",
        de: "Nicht angenommen: 0 dafür, 0 dagegen, 10 Enthaltungen; keine Stimme dafür oder dagegen.",
        en: "Not adopted: 0 for, 0 against, 10 abstained; no vote for or against.",
      },
    ],
  ])("%j by %s", (counts, majority, expected) => {
    const sentence = headline(report(counts, majority));
    for (const language of LANGUAGES) expect(spoken(language, sentence)).toBe(expected[language]);
  });
});

describe("the rest of the explanation", () => {
  const quorum = { unit: "shares", num: 1, den: 2 } as const;

  it("gives both percentages with their base, and the turnout with its own (V12)", () => {
    const counted = report([68, 6, 26], "simple");
    expect(sharesInWords(counted).map((part) => spoken("en", part))).toEqual([
      "92% of the votes cast are for (legal percentage).",
      "68% of the voters are for, abstentions included.",
    ]);
    const of = (persons: number) =>
      spoken(
        "fr",
        turnoutInWords({
          ...report([800, 40, 1], "simple"),
          electorate: { persons, shares: 1 },
        }),
      );
    expect(of(41_702)).toBe("841 votant·es sur 41 702 sociétaires appelé·es à voter : 2,0 %.");
    expect(of(37_670)).toBe("841 votant·es sur 37 670 sociétaires appelé·es à voter : 2,2 %.");
  });

  it("gives counts alone where a percentage would pretend", () => {
    expect(sharesInWords(report([3, 1, 5], "simple"))).toEqual([]);
  });

  it("warns when few expressed themselves", () => {
    const [warning] = warningsInWords(report([3, 1, 900], "three_quarters"));
    expect(warning && spoken("en", warning)).toBe(
      "Read with care: only 4 votes for or against, < 1% of the 904 voters. The result is valid, but most abstained.",
    );
  });

  it("says that a missing quorum decides nothing, how many lacked and what comes next", () => {
    const rule = {
      majority: "three_quarters",
      quorum,
      secondMeeting: false,
      abstainInBase: false,
    } as const;
    const counted = report([800, 20, 21], "three_quarters", { rule });
    expect(spoken("fr", headline(counted))).toBe(
      "Pas de décision, faute de quorum : 2 400 parts présentes ou représentées sur 60 000 ; il en fallait 30 000.",
    );
    const words = explainReport(counted).map((part) => spoken("fr", part));
    expect(words).toContain("Il manquait 27 600 parts.");
    expect(words.at(-1)).toContain("seconde assemblée");
  });

  it("says what would have changed the outcome, and that the one-tenth rule was kept", () => {
    const words = explainReport(report([749, 251, 0], "three_quarters")).map((part) =>
      spoken("en", part),
    );
    expect(words).toContain("The result would have been different had 1 person voted otherwise.");
    expect(words).toContain(
      "One-tenth rule respected: nobody voted for more than 100 votes, a tenth of 1,000 votes.",
    );
  });

  it("has words in every language for all that a report can say", () => {
    const rules = (["simple", "three_quarters", "four_fifths"] as const).flatMap((majority) => [
      { majority, secondMeeting: false, abstainInBase: false } as const,
      { majority, secondMeeting: true, quorum, abstainInBase: false } as const,
      { majority, secondMeeting: false, quorum, abstainInBase: false } as const,
      {
        majority,
        secondMeeting: false,
        quorum: { unit: "persons", num: 1, den: 20 },
        abstainInBase: false,
      } as const,
      {
        majority,
        secondMeeting: false,
        abstainInBase: false,
        castingVote: true,
      } as const,
    ]);
    const counts: [number, number, number][] = [
      [0, 0, 0],
      [1, 0, 0],
      [5, 5, 20],
      [300, 300, 1],
      [90, 10, 0],
      [10, 90, 1],
    ];
    const holders = [{ own: 1, mandates: 24 }] as const;
    for (const rule of rules) {
      for (const votes of counts) {
        const counted = report(votes, rule.majority, {
          rule,
          holders,
          chairVote: "against",
        });
        const sentences = [
          ...ruleInWords(rule),
          headline(counted),
          ...explainReport(counted),
          ...warningsInWords(counted),
          ...sharesInWords(counted),
          turnoutInWords(counted),
        ];
        for (const language of LANGUAGES) {
          for (const sentence of sentences) {
            const words = spoken(language, sentence);
            expect(words, sentence.key).toContain(" ");
            expect(words, sentence.key).not.toMatch(/[{}]/);
          }
        }
      }
    }
  });
});
