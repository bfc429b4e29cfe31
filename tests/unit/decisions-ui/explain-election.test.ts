import { describe, expect, it } from "vitest";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import { groupBallots } from "#domain/decisions/profile.ts";
import { countBy } from "#domain/decisions/registry.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import {
  type ElectionStep,
  headlineInWords,
  marginInWords,
  outcomeOf,
  stepsInWords,
  tieInWords,
} from "#app/features/decisions/results/explain-election.ts";
import { duelInWords } from "#app/features/decisions/results/duel.ts";
import { labelsIn } from "#app/features/decisions/results/labels-in.ts";
import type { Speaker } from "#app/features/decisions/results/speaker.ts";
import { translator } from "#app/i18n/server.ts";
import type { ElectionMethod, ElectionReport } from "#wire/decisions.ts";
import { catalogue } from "../i18n/catalogues.ts";

const OPTIONS = ["a", "b", "c", "d"].map((id) => ({ id, label: { fr: `Option ${id}` } }));

function speakerOf(language: Language): Speaker {
  const t = translator(language).getFixedT(language, "results");
  return { t, language, label: labelsIn(language, OPTIONS) };
}

function report(
  method: ElectionMethod,
  ballots: BallotContent[],
  settings: Record<string, unknown> = {},
  options = ["a", "b", "c"],
): ElectionReport {
  const counted = countBy(
    method,
    groupBallots(options, ballots),
    settings,
    tieBreaker({ kind: "none" }),
  );
  if (!counted.ok) throw new Error(counted.refusal.code);
  return counted.value as ElectionReport;
}

const rank = (...order: string[]): BallotContent => ({
  kind: "rank",
  ranks: order.map((option) => [option]),
});
const approve = (...options: string[]): BallotContent => ({ kind: "approve", options });
const times = (count: number, ballot: BallotContent) => Array.from({ length: count }, () => ballot);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** A step of each code, as few methods' counts have at once; the compiler asks for new ones. */
const CODES: Record<ElectionStep["code"], string[]> = {
  "nothing-counted": ["nothing-counted"],
  appointed: ["appointed"],
  "appointed-for-term": ["appointed-for-term"],
  "not-eligible": ["not-eligible"],
  "no-seat-left": ["no-seat-left"],
  vacant: ["vacant"],
  "too-many-marks": ["too-many-marks"],
  "last-elected": ["last-elected", "last-elected-points"],
  "first-not-elected": ["first-not-elected", "first-not-elected-points"],
  "nobody-marked": ["nobody-marked"],
  purses: ["purses"],
  "purses-raised": ["purses-raised"],
  bought: ["bought", "bought-emptied", "bought-penniless"],
  "next-raise-overshoots": ["next-raise-overshoots"],
  "next-raise-ties": ["next-raise-ties"],
  "tie-ends-it": ["tie-ends-it"],
  "completed-by-approvals": ["completed-by-approvals"],
  "not-enough-money": ["not-enough-money"],
  "half-points": ["half-points_average", "half-points_zero"],
  "elected-by-sum": ["elected-by-sum"],
  "not-elected-by-sum": ["not-elected-by-sum"],
  "elected-by-mean": ["elected-by-mean"],
  "not-elected-by-mean": ["not-elected-by-mean"],
  "nobody-graded": ["nobody-graded"],
  "majority-grade": ["majority-grade"],
  "separated-by-removal": ["separated-by-removal"],
  "ungraded-as-lowest": ["ungraded-as-lowest"],
  "beats-everyone": ["beats-everyone"],
  "nobody-beats-everyone": ["nobody-beats-everyone"],
  "stronger-path": ["stronger-path"],
  "equal-paths": ["equal-paths"],
  "pair-skipped": ["pair-skipped"],
  "equal-pairs-skipped": ["equal-pairs-skipped"],
  "equal-options": ["equal-options"],
  "first-preference-unclear": ["first-preference-unclear"],
  quota: ["quota"],
  majority: ["majority"],
  "reached-quota": ["reached-quota"],
  "surplus-transferred": ["surplus-transferred"],
  excluded: ["excluded"],
  "last-places": ["last-places"],
  "count-stopped": ["count-stopped"],
};

describe("why a result is what it is", () => {
  it("has a sentence for each step and no other", () => {
    const said = [...catalogue("fr", "results").keys()].filter((key) => key.startsWith("step."));
    const asked = Object.values(CODES).flatMap((keys) => keys.map((key) => `step.${key}`));
    expect(said.toSorted()).toEqual(asked.toSorted());
  });

  const marks = [...times(6, approve("a", "b")), ...times(3, approve("c")), approve("b")];
  const ranks = [
    ...times(4, rank("a", "b", "c")),
    ...times(3, rank("b", "c", "a")),
    ...times(2, rank("c", "a", "b")),
  ];
  const grades: BallotContent[] = [
    ...times(3, { kind: "grade", grades: { a: 5, b: 4, c: 0 } }),
    ...times(2, { kind: "grade", grades: { a: 2, b: 4 } }),
  ];
  const stances: BallotContent[] = [
    ...times(3, { kind: "per-option", choices: { a: "for", b: "for", c: "against" } }),
    ...times(2, { kind: "per-option", choices: { a: "against", b: "for", c: "against" } }),
  ];

  const counts: [ElectionMethod, BallotContent[], Record<string, unknown>][] = [
    ["per-candidate", stances, { terms: [6, 4, 2] }],
    ["per-candidate", stances, { seats: 1 }],
    ["approval", marks, { seats: 2 }],
    ["plurality-at-large", marks, { seats: 1 }],
    ["equal-shares", marks, { seats: 2 }],
    ["equal-shares", [...marks, ...times(40, approve("a", "b"))], { seats: 3 }],
    ["stv", ranks, { seats: 2 }],
    ["irv", ranks, {}],
    ["schulze", ranks, {}],
    ["ranked-pairs", ranks, {}],
    ["borda", ranks, {}],
    ["majority-judgment", grades, {}],
    ["score", grades, {}],
    ["score", grades, { by: "mean" }],
    ["stv", [{ kind: "blank" }], { seats: 2 }],
    ["approval", [], {}],
  ];

  it.each(LANGUAGES.flatMap((language) => counts.map((count) => [language, ...count] as const)))(
    "%s says all of a count by %s",
    (language, method, ballots, settings) => {
      const counted = report(method, ballots, settings);
      const speaker = speakerOf(language);
      const said = [
        headlineInWords(outcomeOf(counted, OPTIONS), speaker),
        ...stepsInWords(counted, speaker),
        ...counted.ties.map((tie) => tieInWords(tie, speaker)),
        marginInWords(counted, speaker),
        ...duelInWords(counted, ["a", "c"], speaker),
        ...duelInWords(counted, ["b", "a"], speaker),
      ];
      expect(said.length).toBeGreaterThan(2);
      for (const sentence of said) {
        expect(sentence).toMatch(/[.)»”]$/);
        expect(sentence).not.toMatch(/\{\{|undefined|NaN|step\.|headline\.|count\./);
      }
    },
  );

  it("tells a transfer count with its quota", () => {
    const steps = stepsInWords(report("stv", ranks, { seats: 2 }), speakerOf("en"));
    expect(steps[0]).toBe(
      "It takes 4 votes to have a place: that is the quota for 2 places and 9 ballots.",
    );
    expect(steps[1]).toBe("Round 1: Option a reaches the quota with 4 votes and takes a place.");
  });

  it("says why nobody has a place where no ballot is counted", () => {
    const counted = report("irv", times(3, { kind: "blank" }));
    expect(headlineInWords(outcomeOf(counted, OPTIONS), speakerOf("en"))).toBe(
      "No ballot counts: nothing is given.",
    );
    expect(stepsInWords(counted, speakerOf("en"))).toEqual([
      "No ballot can be counted (blank: 3; invalid: 0). So nobody takes a place, and no lot is drawn.",
    ]);
  });

  it.each([
    ["fr", "3 bulletins remplis autrement auraient suffi à changer le résultat ; peut-être moins."],
    [
      "nl",
      "3 anders ingevulde stembiljetten waren genoeg geweest om het resultaat te veranderen; misschien ook minder.",
    ],
    [
      "de",
      "3 anders ausgefüllte Stimmzettel hätten genügt, um das Ergebnis zu ändern; vielleicht auch weniger.",
    ],
    [
      "en",
      "3 ballots filled in otherwise would have been enough to change the result; perhaps fewer.",
    ],
  ] as const)("says in %s that a margin is a bound where it is no more", (language, sentence) => {
    const graded = (a: number, b: number): BallotContent => ({ kind: "grade", grades: { a, b } });
    const counts: ElectionReport[] = [
      report("majority-judgment", [...times(6, graded(4, 1)), ...times(1, graded(1, 4))]),
      report("score", [...times(5, graded(5, 2)), ...times(1, graded(2, 2))], { by: "mean" }),
      report("equal-shares", [...times(6, approve("a", "b")), ...times(2, approve("c"))], {
        seats: 2,
      }),
    ];
    for (const counted of counts) {
      expect(counted.margin.exact).toBe(false);
      const said = marginInWords(
        { ...counted, margin: { ...counted.margin, changed: 3 } },
        speakerOf(language),
      );
      expect(plain(said)).toBe(sentence);
    }
  });

  it("counts purses in points", () => {
    const [purses] = stepsInWords(report("equal-shares", marks, { seats: 2 }), speakerOf("fr"));
    expect(plain(purses ?? "")).toBe(
      "10 personnes se partagent, à parts égales, de quoi pourvoir 2 places : chaque bourse contient 100 points et une place coûte 500 points.",
    );
  });

  it("tells why one option and not another", () => {
    expect(duelInWords(report("schulze", ranks), ["c", "a"], speakerOf("en"))).toEqual([
      "Option a comes before Option c in the final order.",
      "Option a before Option c: 4 ballots; the other way: 5 ballots.",
      "Option a stands above Option c: the chain of victories from one to the other holds by 6 ballots at its weakest point, the one back by 5 ballots.",
    ]);
    expect(duelInWords(report("approval", marks), ["c", "a"], speakerOf("en"))).toEqual([
      "Option a comes before Option c in the final order.",
      "Option a: Approvals 6.",
      "Option c: Approvals 3.",
    ]);
  });

  it("says a tie and that nothing settles it", () => {
    const counted = report("approval", [approve("a"), approve("b")], { seats: 1 }, ["a", "b"]);
    expect(headlineInWords(outcomeOf(counted, OPTIONS), speakerOf("en"))).toBe(
      "Tied for what is left: Option a and Option b.",
    );
    expect(counted.ties.map((tie) => tieInWords(tie, speakerOf("en")))).toEqual([
      "A tie for the last places between Option a and Option b. Nothing settles it.",
    ]);
  });
});
