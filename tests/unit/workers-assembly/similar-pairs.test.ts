import { expect, it } from "vitest";
import { type Comparable, similarPairs } from "#domain/workers-assembly/similar-pairs.ts";
import { seededRandom } from "#server/platform/random.ts";
import { SECOND_LIST } from "../../../prisma/seed/workers-assembly-second.ts";
import { WALL } from "../../../prisma/seed/workers-assembly-third.ts";

const wall: Comparable[] = WALL.map(({ language, source, other }, at) => ({
  id: `p${at}`,
  texts: [
    { language, text: source.join(" ") },
    ...(other ? [{ language: other.language, text: other.text.join(" ") }] : []),
  ],
}));

it("finds two that say the same in one language, and across languages through a reviewed text", async () => {
  const pairs = await similarPairs(wall);
  expect(pairs.map(({ a, b }) => `${a} ${b}`)).toEqual(
    expect.arrayContaining(["p0 p1", "p2 p3", "p4 p5"]),
  );
});

it("leaves alone what only shares a subject", async () => {
  const list = SECOND_LIST.map(({ source, language }, at) => ({
    id: `q${at}`,
    texts: [{ language, text: source.join(" ") }],
  }));
  expect(await similarPairs(list)).toEqual([]);
});

it("compares nothing across languages where nothing was reviewed", async () => {
  const alone = wall.map(({ id, texts }) => ({ id, texts: texts.slice(0, 1) }));
  const pairs = await similarPairs(alone);
  expect(pairs.map(({ a, b }) => `${a} ${b}`)).not.toContain("p0 p1");
});

it("finds every copy among 5,000, each pair once, and says how far it is", async () => {
  const random = seededRandom(7);
  const words = Array.from({ length: 4_000 }, (_, at) => `mot${at.toString(36)}xq`);
  const text = () => Array.from({ length: 25 }, () => words[random.below(words.length)]).join(" ");
  const many = Array.from({ length: 5_000 }, (_, at) => ({
    id: `n${String(at).padStart(4, "0")}`,
    texts: [{ language: "fr" as const, text: text() }],
  }));
  const copies = [10, 400, 4_990].map((at) => ({
    id: `z${at}`,
    texts: [{ language: "fr" as const, text: `${many[at]!.texts[0]!.text} vraiment` }],
  }));
  const told: number[] = [];
  const pairs = await similarPairs([...many, ...copies], (done) => {
    told.push(done);
    return Promise.resolve();
  });
  const found = pairs.map(({ a, b }) => `${a} ${b}`);
  expect(found).toEqual(expect.arrayContaining(["n0010 z10", "n0400 z400", "n4990 z4990"]));
  expect(new Set(found).size).toBe(found.length);
  expect(told.length).toBeGreaterThan(10);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});
