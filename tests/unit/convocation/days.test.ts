import { expect, it } from "vitest";
import { dispatchDays, lastDayForQuestions } from "#domain/convocation/days.ts";

it("counts clear days: the meeting of 15 June 2027 is convened on 30 May at the latest (vector V2)", () => {
  expect(dispatchDays("2027-06-15", 15)).toEqual({ target: "2027-05-25", last: "2027-05-30" });
});

it("lets the statutes ask for more time and never for less", () => {
  expect(dispatchDays("2027-06-15", 8).last).toBe("2027-05-30");
  expect(dispatchDays("2027-06-15", 30)).toEqual({ target: "2027-05-15", last: "2027-05-15" });
});

it("ends written statutory questions on a day, or with the meeting's beginning", () => {
  expect(lastDayForQuestions("2027-06-15", 6)).toBe("2027-06-09");
  expect(lastDayForQuestions("2027-06-15", 0)).toBeUndefined();
});
