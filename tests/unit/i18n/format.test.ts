import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDayAndMonth,
  formatNumber,
  formatPercent,
  formatTime,
} from "#app/i18n/format.ts";
import { frenchSpaces } from "#app/i18n/options.ts";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("percentages are rounded half up from the exact fraction", () => {
  it.each([
    [841, 41_702, "2%"],
    [2, 3, "66.7%"],
    [1, 2_000, "0.1%"],
    [1, 2_001, "0%"],
    [0, 0, "0%"],
    [9_007_199_254_740_993n, 9_007_199_254_740_993n, "100%"],
  ])("%s of %s is %s", (part, whole, written) => {
    expect(formatPercent("en", part, whole)).toBe(written);
  });
});

it("writes numbers, days and hours as Belgium does", () => {
  expect(plain(formatNumber("fr", 41_702))).toBe("41 702");
  expect(formatNumber("nl", 41_702)).toBe("41.702");
  expect(formatDate("de", "2024-06-18")).toBe("18. Juni 2024");
  expect(formatDayAndMonth("de", "2024-06-18")).toEqual({ day: "18", month: "Juni" });
  // Summer time in Brussels.
  expect(formatTime("fr", "2024-06-18T15:20:00Z")).toBe("17:20");
});

it("keeps French signs with their words", () => {
  expect(frenchSpaces.process("« Oui » : vraiment ?", "", {}, {})).toBe(
    "«\u00a0Oui\u00a0»\u00a0: vraiment\u00a0?",
  );
});
