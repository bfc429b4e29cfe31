import { webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { DoorList, DoorNews, DoorRow } from "#wire/check-in.ts";
import { doorsOpen, isInTime } from "#domain/check-in/door.ts";
import { readPassToken, readSiteCode, showSiteCode, turnsTaken } from "#domain/check-in/way-in.ts";
import type { KeptAct, RecentAct } from "#app/features/check-in/door-acts.ts";
import { makeBook, readTyped } from "#app/features/check-in/door-book.ts";
import { DoorDesk, type DoorLine } from "#app/features/check-in/door-desk.ts";
import type { DoorStore, KeptList } from "#app/features/check-in/door-store.ts";
import { passHash, passTag } from "#server/features/check-in/way-in-keys.ts";

const TOKEN = "AbCdEfGhIjKlMnOpQrStUv";
const ROWS: DoorRow[] = [
  ["anna", "Anna Lemaire", "S000001", passTag(passHash(TOKEN)), 0],
  ["eloi", "Éloi d’Haene", "S000002", "", 2],
  ["an", "An Le Roy", "S000013", "", 0],
];

describe("the list of a door", () => {
  const book = makeBook(ROWS);
  const names = (typed: string) => book.find(typed, 9).map(({ name }) => name);

  it("finds people as they are spelled in haste, in any order", () => {
    expect(names("lem an")).toEqual(["Anna Lemaire"]);
    expect(names("ELOI")).toEqual(["Éloi d’Haene"]);
    expect(names("haene")).toEqual(["Éloi d’Haene"]);
    expect(names("an le")).toEqual(["Anna Lemaire", "An Le Roy"]);
    expect(names("s000013")).toEqual(["An Le Roy"]);
    expect([names("maire"), names(" "), names("zzz")]).toEqual([[], [], []]);
  });

  it("knows a pass by its tag, without asking anybody", async () => {
    expect(globalThis.crypto ?? webcrypto).toBeDefined();
    expect((await book.byPass(TOKEN))?.id).toBe("anna");
    expect(await book.byPass(TOKEN.toLowerCase())).toBeUndefined();
    expect(readTyped(`https://palabre.example/e/${TOKEN}\n`)).toEqual({ token: TOKEN });
    expect(readTyped("Anna")).toEqual({ words: "Anna" });
    expect(readPassToken("https://palabre.example/s/AAAAAA")).toBeUndefined();
  });

  it("is turned letter by letter", () => {
    expect(book.letters).toEqual(["H", "L", "R"]);
    expect(book.under("L").map(({ name }) => name)).toEqual(["Anna Lemaire"]);
  });
});

/** A server that can be out of reach, and a store that outlives the page. */
function world() {
  const list: DoorList = { now: Date.now(), forgetAt: Date.now() + 1e7, people: ROWS };
  const server = { away: false, got: [] as string[], refuses: false };
  const kept = new Map<string, KeptAct>();
  let keptList: KeptList | undefined;
  let recent: RecentAct[] = [];
  const reach = <T>(answer: () => T): Promise<T> =>
    server.away ? Promise.reject(new Error("away")) : Promise.resolve(answer());
  const line: DoorLine = {
    list: () => reach(() => list),
    news: () => reach((): DoorNews => ({ now: Date.now(), standings: {} })),
    sync: (acts) =>
      reach(() => {
        if (server.refuses) return { ok: false as const, error: { code: "not-signed-in" } };
        server.got.push(...acts.map(({ id }) => id));
        const outcomes = Object.fromEntries(acts.map(({ id }) => [id, "kept" as const]));
        return { ok: true as const, result: { now: Date.now(), outcomes } };
      }),
  };
  const store: DoorStore = {
    lasting: true,
    list: () => Promise.resolve(keptList),
    keepList: (found) => Promise.resolve(void (keptList = found)),
    forgetList: () => {
      recent = [];
      return Promise.resolve(void (keptList = undefined));
    },
    acts: () => Promise.resolve([...kept.values()]),
    recent: () => Promise.resolve(recent),
    keepAct: (act, acts) => {
      recent = acts;
      return Promise.resolve(void kept.set(act.act.id, act));
    },
    forgetActs: (ids) => Promise.resolve(ids.forEach((id) => kept.delete(id))),
  };
  const open = async () => {
    const desk = new DoorDesk("assembly", line, () => Promise.resolve(store));
    await desk.start();
    return desk;
  };
  return { server, kept, open, listKept: () => keptList !== undefined };
}

const ANNA = { id: "anna", name: "Anna Lemaire" };

describe("a door without network", () => {
  it("goes on, says what waits, and sends it once it can, even from another page", async () => {
    const { server, kept, open } = world();
    const desk = await open();
    server.away = true;
    await desk.note(ANNA, "arrive", "namur");
    expect(desk.current()).toMatchObject({ waiting: 1, recent: [{ name: "Anna Lemaire" }] });
    expect(desk.current().standings["anna"]).toMatchObject({ present: true, siteId: "namur" });
    expect(kept.size).toBe(1);

    const again = await open();
    expect(again.current().book?.size).toBe(3);
    expect(again.current().waiting).toBe(1);
    expect(again.current().standings["anna"]?.present).toBe(true);
    expect(again.current().recent).toMatchObject([{ name: "Anna Lemaire", undone: false }]);
    server.away = false;
    await again.exchange();
    expect(again.current().waiting).toBe(0);
    expect(server.got.length).toBe(1);
    expect(kept.size).toBe(0);
  });

  it("takes an act back that was never sent: both travel, nobody is here", async () => {
    const { server, open } = world();
    const desk = await open();
    server.away = true;
    await desk.note(ANNA, "arrive", "namur");
    const [act] = desk.current().recent;
    if (act) await desk.undo(act);
    expect(desk.current().standings["anna"]).toBeUndefined();
    expect(desk.current().recent[0]?.undone).toBe(true);
    server.away = false;
    await desk.exchange();
    expect(server.got.length).toBe(2);
  });

  it("keeps what a server refuses to take from who is signed out", async () => {
    const { server, kept, open } = world();
    const desk = await open();
    server.refuses = true;
    await desk.note(ANNA, "arrive", "namur");
    expect(desk.current().refusal?.code).toBe("not-signed-in");
    expect(kept.size).toBe(1);
    server.refuses = false;
    await desk.exchange();
    expect(desk.current()).toMatchObject({ waiting: 0, refusal: undefined });
  });

  it("forgets names when the device is given back, and never an act", async () => {
    const { server, kept, open, listKept } = world();
    const desk = await open();
    server.away = true;
    await desk.note(ANNA, "arrive", "namur");
    await desk.forget();
    expect(desk.current().book).toBeUndefined();
    expect((await open()).current().recent).toEqual([]);
    await desk.exchange();
    expect([listKept(), kept.size]).toEqual([false, 1]);
  });
});

describe("the hours of a door", () => {
  const HOUR = 3_600_000;
  const hours = { kind: "main" as const, startsAt: 100 * HOUR, endsAt: 104 * HOUR };

  it("opens three hours before, stays open while the session runs, and takes late acts", () => {
    const open = (at: number) => doorsOpen(hours, "convened", at * HOUR);
    expect([open(96), open(97), open(110), open(111)]).toEqual([false, true, true, false]);
    expect(doorsOpen(hours, "live", 200 * HOUR)).toBe(true);
    expect(doorsOpen({ ...hours, kind: "stop" }, "live", 200 * HOUR)).toBe(false);
    expect(doorsOpen(hours, "closed", 102 * HOUR)).toBe(false);
    const inTime = (at: number, now: number) => isInTime(hours, at * HOUR, now * HOUR);
    expect([inTime(101, 101), inTime(101, 139), inTime(101, 141)]).toEqual([true, true, false]);
    expect([inTime(70, 101), inTime(102, 101)]).toEqual([false, false]);
  });

  it("takes the digits of three turns and reads an address however it is typed", () => {
    expect(turnsTaken(60_000 * 10 + 1)).toEqual([10, 9, 8]);
    expect(readSiteCode(" kmr-txa ")).toBe("KMRTXA");
    expect(showSiteCode("KMRTXA")).toBe("KMR-TXA");
  });
});
