import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  compacted,
  documentOf,
  editDocument,
  edited,
  isUpdate,
  merged,
  reading,
  textOf,
  type Update,
} from "#domain/smartlab/minutes/shared-text.ts";

/** Somebody at a browser: what they type goes into the log, what they hear may come late. */
type Writer = { document: Y.Doc; heard: number };
type Act = { who: number; place: number; remove: number; hears: boolean };

const WRITERS = 3;
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    who: fc.nat(WRITERS - 1),
    place: fc.nat(60),
    remove: fc.nat(4),
    hears: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

/** Everybody types, some of them cut off for a while. Each mark that is put in is a sign of its own. */
function write(all: readonly Act[]): { log: Update[]; put: string[]; taken: Set<string> } {
  const log: Update[] = [];
  const put: string[] = [];
  const taken = new Set<string>();
  const writers = Array.from({ length: WRITERS }, (): Writer => {
    const document = new Y.Doc();
    document.on("update", (update: Update, origin) => {
      if (origin === "typed") log.push(update);
    });
    return { document, heard: 0 };
  });
  all.forEach(({ who, place, remove, hears }, at) => {
    const writer = writers[who]!;
    if (hears) {
      for (const update of log.slice(writer.heard)) Y.applyUpdate(writer.document, update);
      writer.heard = log.length;
    }
    const text = reading(writer.document);
    const from = Math.min(place, text.length);
    const gone = text.slice(from, from + remove);
    for (const sign of gone) taken.add(sign);
    const mark = String.fromCharCode(0x4e00 + at);
    put.push(mark);
    editDocument(writer.document, [{ at: from, remove: gone.length, insert: mark }], "typed");
  });
  return { log, put, taken };
}

describe("a text written by several people, some of them cut off", () => {
  it("is the same in any order of its updates, however often each comes", () => {
    fc.assert(
      fc.property(acts, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const { log } = write(all);
        const text = textOf(log);
        const next = () => numbers.next().value as number;
        const shuffled = log
          .flatMap((update) => (next() % 3 === 0 ? [update, update] : [update]))
          .map((update) => ({ update, key: next() }))
          .sort((a, b) => a.key - b.key)
          .map(({ update }) => update);
        expect(textOf(shuffled)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it("holds every sign that was put in and that nobody took away, once", () => {
    fc.assert(
      fc.property(acts, (all) => {
        const { log, put, taken } = write(all);
        const text = textOf(log);
        for (const sign of put) expect(text.split(sign)).toHaveLength(taken.has(sign) ? 1 : 2);
      }),
      { numRuns: 100 },
    );
  });

  it("is the same after compacting anywhere, and where what waits comes later", () => {
    fc.assert(
      fc.property(acts, fc.nat(40), fc.nat(40), (all, cut, missing) => {
        const { log } = write(all);
        const text = textOf(log);
        const snapshot = compacted(log.slice(0, cut));
        expect(textOf([snapshot, ...log.slice(cut)])).toBe(text);
        expect(textOf([...log.slice(cut), snapshot])).toBe(text);
        expect(textOf([merged(log)])).toBe(text);
        // One that is late: those that need it wait, also inside a snapshot.
        const late = missing % log.length;
        const others = log.filter((_, at) => at !== late);
        expect(textOf([compacted(others), ...log.slice(late, late + 1)])).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it("takes the edits of a plain form as one update more", () => {
    const log = [edited([], [{ at: 0, remove: 0, insert: "Bonjour 😀" }])!];
    const more = edited(log, [
      { at: 0, remove: 7, insert: "Salut" },
      { at: 10, remove: 0, insert: "!" },
    ])!;
    expect(textOf([...log, more])).toBe("Salut 😀!");
    expect(textOf([more, ...log])).toBe("Salut 😀!");
    expect(edited(log, [])).toBeUndefined();
  });
});

it("knows an update from other bytes", () => {
  expect(isUpdate(Y.encodeStateAsUpdate(documentOf([])))).toBe(true);
  expect(isUpdate(new Uint8Array([1, 2, 3, 250, 9]))).toBe(false);
  expect(isUpdate(new Uint8Array())).toBe(false);
  expect(isUpdate(new TextEncoder().encode("Bonjour tout le monde, bonsoir"))).toBe(false);
});
