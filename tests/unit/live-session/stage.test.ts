import { describe, expect, it } from "vitest";
import { closableFrom, HEARD_MARGIN_MS } from "#domain/live-session/stage/remote-ears.ts";
import { leftOf, paused, started, untouched } from "#domain/live-session/stage/timer.ts";

describe("the time of an item", () => {
  it("runs, stands still and runs on", () => {
    const ten = untouched(10);
    expect(leftOf(ten, 5_000)).toBe(600_000);
    const running = started(ten, 1_000);
    expect(leftOf(running, 61_000)).toBe(540_000);
    const standing = paused(running, 61_000);
    expect(leftOf(standing, 500_000)).toBe(540_000);
    expect(leftOf(started(standing, 500_000), 560_000)).toBe(480_000);
  });

  it("does not begin again when it runs already, nor lose anything when it stands", () => {
    const running = started(untouched(1), 1_000);
    expect(started(running, 9_000)).toEqual(running);
    const standing = paused(running, 31_000);
    expect(paused(standing, 90_000)).toEqual(standing);
  });

  it("runs over, and never runs backwards", () => {
    const running = started(untouched(1), 100_000);
    expect(leftOf(running, 220_000)).toBe(-60_000);
    expect(leftOf(running, 90_000)).toBe(60_000);
  });
});

describe("who hears late", () => {
  it("has a minute after the slowest stream", () => {
    const streams = [{ embed: "https://a.example", delay: 8 }, { delay: 25 }, {}];
    expect(closableFrom(1_000, streams)).toBe(1_000 + 25_000 + HEARD_MARGIN_MS);
  });

  it("is taken to be half a minute behind where nobody measured", () => {
    expect(closableFrom(0, [{ embed: "https://a.example" }])).toBe(90_000);
  });

  it("is nobody where nothing is streamed", () => {
    expect(closableFrom(0, [])).toBeUndefined();
    expect(closableFrom(0, [{}])).toBeUndefined();
  });
});
