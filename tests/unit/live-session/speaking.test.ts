import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hand, SpokenTurn } from "../../../app/domain/live-session/speaking.ts";
import { speakingOrder, speakingRatio } from "../../../app/domain/live-session/speaking.ts";

const hand = (id: string, more: Partial<Hand> = {}): Hand => ({
  id,
  kind: "contribution",
  channel: "room",
  hasSpoken: false,
  raisedAt: Number.parseInt(id.replace(/\D/gu, "") || "0", 10),
  ...more,
});
const remote = { channel: "remote" } as const;
const order = (hands: Hand[], last?: "room" | "remote") =>
  speakingOrder(hands, last).map((turn) => `${turn.hand.id} ${turn.why}`);

describe("the order of speaking", () => {
  it("takes points of order first, whoever waits", () => {
    expect(order([hand("a1"), hand("b2", { kind: "order" }), hand("c3", remote)])).toEqual([
      "b2 order",
      "a1 longest-waiting",
      "c3 longest-waiting",
    ]);
  });

  it("alternates room and remote, beginning with the one that did not speak last", () => {
    const hands = [hand("a1"), hand("a2"), hand("a3"), hand("b4", remote), hand("b5", remote)];
    expect(order(hands, "room")).toEqual([
      "b4 alternates",
      "a1 longest-waiting",
      "b5 alternates",
      "a2 longest-waiting",
      "a3 longest-waiting",
    ]);
    expect(order(hands, "remote")[0]).toBe("a1 longest-waiting");
  });

  it("begins with the hand that waits longest when nobody has spoken", () => {
    expect(order([hand("a2"), hand("b1", remote)])[0]).toBe("b1 longest-waiting");
  });

  it("gives people their first turn before others have their second, within a channel", () => {
    const hands = [hand("a1", { hasSpoken: true }), hand("a2"), hand("a3", { hasSpoken: true })];
    expect(order(hands, "remote")).toEqual([
      "a2 first-time",
      "a1 longest-waiting",
      "a3 longest-waiting",
    ]);
  });

  it("is the same whatever order the hands come in, and holds everybody once", () => {
    const hands = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom("contribution", "order"),
        channel: fc.constantFrom("room", "remote"),
        hasSpoken: fc.boolean(),
        raisedAt: fc.nat(20),
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    ) as fc.Arbitrary<Hand[]>;
    const last = fc.constantFrom(undefined, "room" as const, "remote" as const);
    fc.assert(
      fc.property(hands, last, fc.infiniteStream(fc.nat()), (given, before, chance) => {
        const keyed = given.map((one) => ({ one, key: chance.next().value as number }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
        const turns = speakingOrder(given, before);
        expect(speakingOrder(shuffled, before)).toEqual(turns);
        expect(turns.map((turn) => turn.hand.id).sort()).toEqual(given.map(({ id }) => id).sort());
        // No channel speaks twice in a row while the other one waits.
        const contributions = turns.filter((turn) => turn.hand.kind === "contribution");
        contributions.slice(1).forEach((turn, at) => {
          const sameAgain = contributions[at]?.hand.channel === turn.hand.channel;
          const rest = contributions.slice(at + 1);
          if (sameAgain) {
            expect(rest.every((one) => one.hand.channel === turn.hand.channel)).toBe(true);
          }
        });
      }),
    );
  });
});

describe("how the floor was shared", () => {
  const spoken = (more: Partial<SpokenTurn>): SpokenTurn => ({
    channel: "room",
    kind: "contribution",
    language: "fr",
    firstTime: true,
    startedAt: 0,
    endedAt: 60_000,
    ...more,
  });

  it("counts turns and seconds by group, without points of order", () => {
    const ratio = speakingRatio([
      spoken({}),
      spoken({ channel: "remote", language: "nl", endedAt: 90_400 }),
      spoken({ firstTime: false }),
      spoken({ kind: "order" }),
    ]);
    expect(ratio).toEqual({
      room: { turns: 2, seconds: 120 },
      remote: { turns: 1, seconds: 90 },
      firstTime: { turns: 2, seconds: 150 },
      languages: { fr: { turns: 2, seconds: 120 }, nl: { turns: 1, seconds: 90 } },
    });
  });
});
