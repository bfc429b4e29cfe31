import { describe, expect, it } from "vitest";
import { addsUp, reconcile } from "#domain/minutes/reconciliation.ts";

const room = { channel: "room", marks: 40, ballots: 40 } as const;
const device = { channel: "device", marks: 30 } as const;
const paper = { channel: "paper", marks: 10 } as const;

describe("a vote by name", () => {
  it("adds up when every mark has its ballot", () => {
    const sheet = reconcile({
      ballotKind: "named",
      entitled: 50,
      lines: [room],
      ballots: 40,
      counted: 40,
    });
    expect(sheet).toMatchObject({ marks: 40, difference: 0, explained: [], unexplained: 0 });
    expect(addsUp(sheet)).toBe(true);
  });

  it("explains nothing away", () => {
    const sheet = reconcile({ ballotKind: "named", entitled: 50, lines: [room], ballots: 39 });
    expect(sheet).toMatchObject({ difference: 1, unexplained: 1 });
    expect(addsUp(sheet)).toBe(false);
  });
});

describe("a secret vote", () => {
  it("explains ballots that were taken and not cast, and slips that were not found", () => {
    const sheet = reconcile({
      ballotKind: "secret",
      entitled: 60,
      lines: [device, paper],
      ballots: 36,
      paper: { given: 10, found: 9, missingReason: "emporté" },
      counted: 36,
    });
    expect(sheet.explained).toEqual([
      { code: "slips-missing", count: 1, reason: "emporté" },
      { code: "not-cast", count: 3 },
    ]);
    expect(addsUp(sheet)).toBe(true);
  });

  it("never explains more ballots than marks, nor slips alone that lack", () => {
    const lines = [paper];
    const sheet = (ballots: number) =>
      reconcile({ ballotKind: "secret", entitled: 60, lines, ballots });
    expect(sheet(11).unexplained).toBe(-1);
    expect(sheet(9).unexplained).toBe(1);
    expect([11, 9].map((ballots) => addsUp(sheet(ballots)))).toEqual([false, false]);
  });

  it("does not add up where the count took another number, or more voted than might", () => {
    const vote = { ballotKind: "secret", lines: [device], ballots: 30 } as const;
    expect(addsUp(reconcile({ ...vote, entitled: 60, counted: 29 }))).toBe(false);
    expect(addsUp(reconcile({ ...vote, entitled: 29, counted: 30 }))).toBe(false);
  });
});
