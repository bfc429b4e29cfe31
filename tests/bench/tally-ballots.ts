import { STANCES } from "../../app/domain/decisions/ballot.ts";
import type { BallotGroup } from "../../app/domain/decisions/profile.ts";

/** The options of a large vote, and their ids as the product makes them. */
export const OPTIONS = Array.from(
  { length: 35 },
  (_, at) => `7d1f0c52-6a4e-4b8e-9d57-${(0xa1b2c3d4 + at).toString(16).padStart(12, "0")}`,
);

/** Rankings of every option, each in an order of its own; the same ones each time. */
export function* rankings(count: number): Generator<BallotGroup> {
  const draw = drawer();
  for (let ballot = 0; ballot < count; ballot += 1) {
    const ranks = shuffled(draw).map((place) => [OPTIONS[place]!]);
    yield { content: { kind: "rank", ranks }, count: 1 };
  }
}

/** Three to ten approvals a ballot. */
export function* approvals(count: number): Generator<BallotGroup> {
  const draw = drawer();
  for (let ballot = 0; ballot < count; ballot += 1) {
    const options = shuffled(draw)
      .slice(0, 3 + draw(8))
      .map((place) => OPTIONS[place]!);
    yield { content: { kind: "approve", options }, count: 1 };
  }
}

/** A grade from 0 to 5 for each option. */
export function* gradings(count: number): Generator<BallotGroup> {
  const draw = drawer();
  for (let ballot = 0; ballot < count; ballot += 1) {
    const grades = Object.fromEntries(OPTIONS.map((option) => [option, draw(6)]));
    yield { content: { kind: "grade", grades }, count: 1 };
  }
}

/** For, against or abstain on each option. */
export function* stances(count: number): Generator<BallotGroup> {
  const draw = drawer();
  for (let ballot = 0; ballot < count; ballot += 1) {
    const choices = Object.fromEntries(
      OPTIONS.map((option) => [option, STANCES[draw(STANCES.length)]!]),
    );
    yield { content: { kind: "per-option", choices }, count: 1 };
  }
}

/** The rankings as places, `OPTIONS.length` to a ballot: what the floor counts from. */
export function asPlaces(ballots: readonly BallotGroup[]): Uint8Array {
  const places = new Uint8Array(ballots.length * OPTIONS.length);
  let at = 0;
  for (const { content } of ballots) {
    if (content.kind !== "rank") continue;
    for (const [option] of content.ranks) places[at++] = OPTIONS.indexOf(option!);
  }
  return places;
}

function shuffled(draw: (below: number) => number): number[] {
  const places = OPTIONS.map((_, at) => at);
  for (let at = places.length - 1; at > 0; at -= 1) {
    const other = draw(at + 1);
    [places[at], places[other]] = [places[other]!, places[at]!];
  }
  return places;
}

/** Whole numbers below a bound, from a fixed seed (mulberry32). */
function drawer(): (below: number) => number {
  let state = 20_261_121;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
