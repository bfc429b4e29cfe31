import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "#domain/kernel/languages.ts";
import {
  composeSlot,
  drawOrder,
  SLOT_SIZE,
  type Service,
  type SlotCandidate,
} from "#domain/live-session/fair-slots.ts";

const SEED = "PALABRE|2026-11-14|1|451362";

function candidate(number: number, more: Partial<SlotCandidate> = {}): SlotCandidate {
  return {
    id: `q${String(number)}`,
    number,
    languages: ["fr"],
    places: ["online"],
    receivedAt: number,
    supports: 0,
    exposures: 50,
    ...more,
  };
}

const service = (asked: number, received: number): Service => ({ asked, received });

// Twelve questions: two well supported, Dutch and Mons hardly served.
const POOL = [
  ...Array.from({ length: 8 }, (_, at) => candidate(at + 1, { supports: at + 1 })),
  candidate(9, { languages: ["nl"], supports: 1, receivedAt: 90 }),
  candidate(10, { languages: ["nl"], supports: 1, receivedAt: 80 }),
  candidate(11, { places: ["mons"], supports: 1 }),
  candidate(12, { supports: 1 }),
];
const LANGUAGES = { fr: service(6, 20), nl: service(0, 3) };
const PLACES = { online: service(5, 20), mons: service(0, 2) };

describe("a fair slot of five", () => {
  it("takes two by support, one by language, one by place and one by lot", () => {
    const picks = composeSlot({ pool: POOL, languages: LANGUAGES, places: PLACES, seed: SEED });
    expect(picks.slice(0, 4)).toEqual([
      { id: "q8", why: { rule: "support", rank: 1, supports: 8, exposures: 50 } },
      { id: "q7", why: { rule: "support", rank: 2, supports: 7, exposures: 50 } },
      { id: "q10", why: { rule: "language", language: "nl", asked: 0, received: 3 } },
      { id: "q11", why: { rule: "place", place: "mons", asked: 0, received: 2 } },
    ]);
    const left = POOL.filter(({ id }) => picks.slice(0, 4).every((pick) => pick.id !== id));
    expect(picks[4]).toEqual({
      id: drawOrder(left, SEED)[0]?.id,
      why: { rule: "draw", ticket: 1, of: 8 },
    });
  });

  it("ranks by the lower bound of the share, not by bare numbers", () => {
    const pool = [
      candidate(1, { supports: 60, exposures: 120 }),
      candidate(2, { supports: 9, exposures: 10 }),
      candidate(3, { supports: 30, exposures: 50 }),
    ];
    const picks = composeSlot({ pool, languages: {}, places: {}, seed: SEED });
    expect(picks.map(({ id }) => id).slice(0, 2)).toEqual(["q2", "q3"]);
  });

  it("counts a language as served by what the same slot already took", () => {
    const pool = [
      candidate(1, { languages: ["nl"], supports: 40 }),
      candidate(2, { languages: ["nl"], supports: 30 }),
      candidate(3, { languages: ["nl"] }),
      candidate(4, { languages: ["de"] }),
    ];
    const languages = { nl: service(0, 3), de: service(0, 1) };
    const picks = composeSlot({ pool, languages, places: {}, seed: SEED });
    expect(picks[2]).toMatchObject({ id: "q4", why: { rule: "language", language: "de" } });
  });

  it("speaks for those merged into it: their language and their city count", () => {
    const pool = [candidate(1, { languages: ["fr", "nl"], places: ["online", "gent"] })];
    const input = { languages: { nl: service(0, 4), fr: service(3, 3) }, places: {}, seed: SEED };
    expect(composeSlot({ pool, ...input })).toEqual([
      { id: "q1", why: { rule: "language", language: "nl", asked: 0, received: 4 } },
    ]);
  });

  it("gives the place of a group without a question to the lot, and says so", () => {
    const pool = [1, 2, 3, 4, 5, 6].map((number) => candidate(number));
    const languages = { fr: service(0, 6), de: service(0, 9) };
    const picks = composeSlot({ pool, languages, places: {}, seed: SEED });
    expect(picks.map(({ id }) => id)).toEqual(
      drawOrder(pool, SEED)
        .slice(0, SLOT_SIZE)
        .map(({ id }) => id),
    );
    expect(picks.map(({ why }) => "instead" in why && why.instead)).toEqual([
      false,
      "support",
      "support",
      "language",
      "place",
    ]);
  });

  it("draws by the SHA-256 of the seed, a bar and the number: anybody can repeat it", () => {
    const hash = (number: number) =>
      createHash("sha256")
        .update(`${SEED}|${String(number)}`)
        .digest("hex");
    const numbers = [3, 7, 11, 19];
    const expected = [...numbers].sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
    const drawn = drawOrder(
      numbers.map((number) => ({ number })),
      SEED,
    );
    expect(drawn.map(({ number }) => number)).toEqual(expected);
  });

  it("never takes one twice nor more than five, leaves nobody out of a small pool, and repeats", () => {
    const candidates = fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 400 }),
        languages: fc.subarray<Language>(["fr", "nl", "de", "en"], { minLength: 1 }),
        places: fc.subarray(["online", "liege", "gent"], { minLength: 1 }),
        receivedAt: fc.nat(1_000),
        supports: fc.nat(30),
        exposures: fc.nat(60),
      }),
      { selector: ({ number }) => number, maxLength: 15 },
    );
    const counted = fc.record({ asked: fc.nat(9), received: fc.nat(20) });
    fc.assert(
      fc.property(candidates, counted, counted, fc.string(), (drawn, fr, gent, seed) => {
        const pool = drawn.map((one) => ({ id: `q${String(one.number)}`, ...one }));
        const input = { pool, languages: { fr, nl: fr }, places: { gent, online: fr }, seed };
        const picks = composeSlot(input);
        const ids = picks.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBe(Math.min(SLOT_SIZE, pool.length));
        expect(composeSlot({ ...input, pool: [...pool].reverse() })).toEqual(picks);
      }),
    );
  });
});
