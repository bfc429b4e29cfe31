import { describe, expect, it } from "vitest";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import { groupBallots } from "#domain/decisions/profile.ts";
import { countBy } from "#domain/decisions/registry.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { barsOf, type BarredReport } from "#app/features/decisions/results/pictures/bars-of.ts";
import type { Bar } from "#app/features/decisions/results/pictures/option-bars.tsx";
import { roundBars } from "#app/features/decisions/results/pictures/round-bars.ts";
import type { TransferReport } from "#app/features/decisions/results/rounds-table.tsx";
import type { Speaker } from "#app/features/decisions/results/speaker.ts";
import { translator } from "#app/i18n/server.ts";
import type { ElectionMethod } from "#wire/decisions.ts";

const speaker: Speaker = {
  t: translator("en").getFixedT("en", "results"),
  language: "en",
  label: (option) => option,
};

function count(method: ElectionMethod, ballots: BallotContent[], settings = {}) {
  const profile = groupBallots(["a", "b", "c"], ballots);
  const counted = countBy(method, profile, settings, tieBreaker({ kind: "none" }));
  if (!counted.ok) throw new Error(counted.refusal.code);
  return counted.value;
}

const times = (many: number, ballot: BallotContent) => Array.from({ length: many }, () => ballot);
const total = ({ parts }: Bar) => parts.reduce((sum, { amount }) => sum + amount, 0);

describe("pictures of a count", () => {
  it("give every ballot a part of a candidate's bar", () => {
    const ballots: BallotContent[] = [
      ...times(5, { kind: "per-option", choices: { a: "for", b: "against" } }),
      ...times(2, { kind: "per-option", choices: { c: "for" } }),
    ];
    const { bars, whole } = barsOf(count("per-candidate", ballots) as BarredReport, speaker);
    expect(whole).toBe(7);
    expect(bars.map(total)).toEqual([7, 7, 7]);
    expect(bars.map(({ key, won }) => [key, won])).toEqual([
      ["a", true],
      ["c", false],
      ["b", false],
    ]);
  });

  it("draw grades so that the half falls on the majority grade", () => {
    const ballots: BallotContent[] = [
      ...times(3, { kind: "grade", grades: { a: 4, b: 5 } }),
      ...times(4, { kind: "grade", grades: { a: 3, b: 0 } }),
    ];
    const { bars, line } = barsOf(count("majority-judgment", ballots) as BarredReport, speaker);
    expect(line?.at).toBe(3.5);
    expect(bars.map(total)).toEqual([7, 7, 7]);
    expect(bars[0]).toMatchObject({ key: "a", words: "Good" });
  });

  it("let those who bought an option pay its whole price", () => {
    const ballots: BallotContent[] = [
      ...times(6, { kind: "approve", options: ["a", "b"] }),
      ...times(3, { kind: "approve", options: ["b", "c"] }),
    ];
    const report = count("equal-shares", ballots, { seats: 2 }) as BarredReport;
    const { bars, whole } = barsOf(report, speaker);
    for (const bar of bars.filter(({ won }) => won)) expect(total(bar)).toBeCloseTo(whole);
    for (const bar of bars.filter(({ won }) => !won)) expect(total(bar)).toBeLessThan(whole);
  });

  it("show what each option holds after a round, and what of it came in that round", () => {
    const ballots: BallotContent[] = [
      ...times(5, { kind: "rank", ranks: [["a"], ["b"]] }),
      ...times(2, { kind: "rank", ranks: [["b"]] }),
      ...times(1, { kind: "rank", ranks: [["c"], ["b"]] }),
    ];
    const report = count("stv", ballots, { seats: 2 }) as TransferReport;
    const { unit, rounds } = report.detail;
    rounds.forEach(({ votes }, at) => {
      const { bars, whole } = roundBars(report, at, speaker);
      for (const bar of bars) {
        expect(total(bar)).toBe(votes[report.options.indexOf(bar.key)]);
        expect(total(bar)).toBeLessThanOrEqual(whole);
      }
    });
    const gained = roundBars(report, 1, speaker).bars.find(({ key }) => key === "b");
    expect(gained?.parts[1]).toEqual({ tone: "gained", amount: 2 * unit });
  });
});
