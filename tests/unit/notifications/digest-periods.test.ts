import { expect, it } from "vitest";
import { duePeriods } from "#domain/notifications/digest-periods.ts";

const named = (instant: string) => duePeriods(new Date(instant)).map(({ period }) => period);

it("names digests after their day in Brussels, the week's after its Monday", () => {
  // Wednesday, summer time.
  expect(named("2026-10-14T06:00:00Z")).toEqual(["daily:2026-10-14", "weekly:2026-10-12"]);
  // Winter time: eight o'clock is an hour later in UTC.
  expect(named("2026-11-18T06:59:00Z")).toEqual(["daily:2026-11-17", "weekly:2026-11-16"]);
  expect(named("2026-11-18T07:00:00Z")).toEqual(["daily:2026-11-18", "weekly:2026-11-16"]);
});

it("before the hour the last ones are due", () => {
  expect(named("2026-10-12T05:59:00Z")).toEqual(["daily:2026-10-11", "weekly:2026-10-05"]);
  expect(named("2026-10-12T06:00:00Z")).toEqual(["daily:2026-10-12", "weekly:2026-10-12"]);
});
