import { expect, it } from "vitest";
import { ToldViews } from "#server/realtime/told-views.ts";

const ROOM = "live-session/1/member";
const STATE = { seq: 7, view: { phase: "live" } };
const NOON = Date.UTC(2026, 5, 26, 12);

function fullRoom(readers = 5_000): ToldViews {
  const told = new ToldViews();
  told.tell(ROOM, STATE, readers);
  return told;
}

it("a page among thousands shows what all of them were told", () => {
  expect(fullRoom().find(ROOM, "anna", NOON)).toBe(STATE);
});

it("where few are there, or nobody, a page reads for itself", () => {
  expect(fullRoom(20).find(ROOM, "anna", NOON)).toBeUndefined();
  expect(fullRoom().find("live-session/2/member", "anna", NOON)).toBeUndefined();
  const left = fullRoom();
  left.forget(ROOM);
  expect(left.find(ROOM, "anna", NOON)).toBeUndefined();
});

it("whoever acted by a form reads for themselves until the room was told", () => {
  const told = fullRoom();
  told.acted("anna", NOON);
  told.acted("bram", NOON + 3_000);
  expect(told.find(ROOM, "anna", NOON + 1_000)).toBeUndefined();
  expect(told.find(ROOM, "carla", NOON + 1_000)).toBe(STATE);
  expect(told.find(ROOM, "anna", NOON + 5_000)).toBe(STATE);
  expect(told.find(ROOM, "bram", NOON + 5_000)).toBeUndefined();
});
