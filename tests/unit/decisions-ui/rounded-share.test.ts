import { describe, expect, it } from "vitest";
import { roundedShare, writeShare } from "#app/features/decisions/rounded-share.ts";

const THREE_QUARTERS = { num: 3, den: 4 };

function written(part: number, whole: number, bar?: { num: number; den: number }): string {
  const share = roundedShare(part, whole, bar);
  return share ? writeShare(share, "en").replace(/\u00a0/g, " ") : "counts only";
}

describe("a rounded share (rules §5.3)", () => {
  it.each([
    [3, 4, "counts only"],
    [29, 29, "counts only"],
    [15, 30, "50%"],
    [68, 74, "92%"],
    [68, 100, "68%"],
    [998, 999, "> 99%"],
    [841, 41_702, "2.0%"],
    [841, 37_670, "2.2%"],
    [750, 1_100, "68.2%"],
    [3, 904, "< 1%"],
    [0, 904, "0%"],
    [904, 904, "100%"],
    [5, 1_000, "0.5%"],
    [1, 41_702, "< 0.1%"],
  ])("%i of %i is %s", (part, whole, expected) => {
    expect(written(part, whole)).toBe(expected);
  });

  it.each([
    [373, 500, "74.6%"], // whole percents would say 75
    [375, 500, "75%"],
    [749, 1_000, "74.9%"],
    [7_499, 10_000, "74.99%"],
    [74_999, 100_000, "< 75.00%"],
    [75_001, 100_000, "> 75.00%"],
    [377, 500, "75.4%"], // more than the bar, so not written as the bar
  ])("%i of %i against three quarters is %s", (part, whole, expected) => {
    expect(written(part, whole, THREE_QUARTERS)).toBe(expected);
  });

  it("writes numbers as the reader's language does", () => {
    const share = { tenThousandths: 222, digits: 1, sign: "" } as const;
    expect(writeShare(share, "fr").replace(/\s/g, " ")).toBe("2,2 %");
    expect(writeShare(share, "nl")).toBe("2,2%");
    expect(writeShare(share, "de").replace(/\s/g, " ")).toBe("2,2 %");
  });
});
