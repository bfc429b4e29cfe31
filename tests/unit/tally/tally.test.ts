import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { Stop } from "#server/cli/steps.mjs";
import { main } from "#server/cli/tally.ts";

const REAL = resolve("tests/support/elections/debian-2002-leader.soi");

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "tally-"))));
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** What the command prints, or why it stopped; when it stops it must have printed nothing. */
async function tally(...args: string[]): Promise<string> {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  try {
    await main(args);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    expect(written).toEqual([]);
    return `stopped: ${error.message}`;
  } finally {
    vi.restoreAllMocks();
  }
  return written.join("");
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe("npm run tally", () => {
  it("prints the outcome, the reasons and every number", async () => {
    expect(await tally(REAL, "--method", "stv", "--seats", "2")).toBe(`Debian project leader, 2002
Counted by stv
Ballots: 475 cast, 0 blank, 0 invalid, 475 counted

Elected (2 of 2)
  C
  A

Order
  1. C
  2. A
  3. B
  4. D

What would have changed the outcome
  25 ballots filled in otherwise; fewer might have

Why
  The quota is 159: 475 ballots for 2 seats.
  Round 1: C is elected with 227.00000.
  Round 2: the surplus 68.00000 of C goes on.
  Round 2: A is elected with 177.54960.

Rounds (quota 159.00000); * elected
                1. first-preferences  2. surplus C
  A                      144.00000     177.54960 *
  B                      101.00000     128.85815
  C                      227.00000 *   159.00000
  D                        3.00000       6.89415
  exhausted                0.00000       2.69595
  rounded away             0.00000       0.00215
`);
  });

  it("prints the report as JSON, byte for byte the same from any format", async () => {
    const [blt, csv, json] = ["x.blt", "x.csv", "x.json"].map((name) => join(folder, name));
    await tally(REAL, "--method", "schulze", "--write", blt!);
    await tally(blt!, "--method", "schulze", "--write", csv!);
    await tally(csv!, "--method", "schulze", "--write", json!);
    const report = await tally(REAL, "--method", "schulze", "--json");
    expect(JSON.parse(report)).toMatchObject({ method: "schulze", winners: ["3"] });
    for (const path of [blt!, csv!, json!]) {
      expect(await tally(path, "--method", "schulze", "--json")).toBe(report);
    }
    expect(await readFile(csv!, "utf8")).toContain("\r\n60,rank,2,3,1,4\r\n");
  });

  it("compares the methods that count such ballots", async () => {
    const table = await tally(REAL, "--compare");
    expect(table.split("\n")[1]?.trim().split(/\s+/)).toEqual([
      "stv",
      "irv",
      "schulze",
      "ranked-pairs",
      "borda",
    ]);
    expect(table).toMatch(/^elected {2}C +C +C +C +C$/m);
    const reports: unknown = JSON.parse(await tally(REAL, "--compare", "--json"));
    expect(Object.keys(reports as object)).toContain("borda");
  });

  it("takes method, settings and tie rule from a bundle, and the command line before them", async () => {
    const bundle = await file(
      "tied.json",
      `{"format":"palabre/tally/1","method":"borda","settings":{"seats":1,"unranked":"zero"},
        "tie":{"kind":"casting","order":["b","a"]},"options":[{"id":"a"},{"id":"b"}],
        "ballots":[{"count":1,"content":{"kind":"rank","ranks":[["a"]]}},
                   {"count":1,"content":{"kind":"rank","ranks":[["b"]]}}]}`,
    );
    const own: unknown = JSON.parse(await tally(bundle, "--json"));
    expect(own).toMatchObject({ winners: ["b"], detail: { unranked: "zero" } });
    const none: unknown = JSON.parse(await tally(bundle, "--json", "--tie", "none"));
    expect(none).toMatchObject({ winners: [], tiedForLast: ["a", "b"] });
    const two: unknown = JSON.parse(
      await tally(bundle, "--json", "--seats", "2", "--set", "unranked=average"),
    );
    expect(two).toMatchObject({ winners: ["a", "b"], detail: { unranked: "average" } });
  });

  // Vector V5: the order of the lot is P03, P19, P11, P07.
  it("draws lots in public and says so", async () => {
    const csv = await file("lot.csv", "count,kind,P07,P19,P03,P11\n5,approve,x,x,x,x\n");
    const printed = await tally(csv, "--method", "approval", "--seed", "PALABRE|2026-11-14|451362");
    expect(printed).toContain("Elected (1 of 1)\n  P03\n");
    expect(printed).toContain(
      "for the last seats: P07 = P19 = P03 = P11; the lot said P03, P19, P11, P07",
    );
  });

  it("tells options of one name apart, and lets no name steer the terminal", async () => {
    const blt = await file("names.blt", '3 1\n2 1 0\n0\n"Sam"\n"Sam"\n"\u001b[2J\u202ex"\n');
    const printed = await tally(blt, "--method", "irv");
    expect(printed).toContain("Elected (1 of 1)\n  Sam (1)\n");
    expect(printed).toContain("\uFFFD[2J\uFFFDx");
    expect(printed).not.toMatch(/[\u001b\u202e]/);
  });

  it("reads what older programs wrote", async () => {
    const blt = await file("latin.blt", Buffer.from('1 1\n2 1 0\n0\n"Renée"\n', "latin1"));
    expect(await tally(blt, "--method", "irv")).toContain("Renée");
  });

  it.each([
    ["bad.blt", "2 1\n1 3 0\n0", ["--method", "irv"], "bad.blt, line 2, column 3: expected"],
    ["bad.csv", "a,b\n1,x", ["--method", "borda"], "bad.csv, line 2, column 3: expected a rank"],
    ["bad.json", "{", ["--compare"], "bad.json, line 1, column 2: expected"],
    ["bad.txt", "", ["--method", "irv"], "expected a name that ends with .blt"],
    ["none.csv", "count,kind\n", ["--method", "borda"], "the file has no option"],
    ["a.csv", "count,kind,a\n1,grade,1\n", ["--method", "irv"], "these are of kind grade"],
    ["a.csv", "count,kind,a\n1,grade,1\n", [], "Say which method counts"],
    ["a.csv", "count,kind,a\n1,choice,x\n", ["--method", "resolution"], "for, against or abstain"],
    [
      "a.csv",
      "a\n1\n",
      ["--method", "irv", "--seats", "2"],
      "irv cannot count this: it has no setting seats.",
    ],
    [
      "a.csv",
      "a\n1\n",
      ["--method", "stv", "--seats", "10001"],
      "no such value of the setting seats",
    ],
    ["a.csv", "a\n1\n", ["--method", "stv", "--order", "b"], "names b, which is no option"],
    ["a.csv", "count,a\n90071992548,1\n", ["--method", "stv"], "more ballots than it can hold"],
    ["a.csv", "a\n1\n", ["--method", "stv", "--write", "x.txt"], "ends with .blt, .csv, .json"],
    ["a.csv", "a\nx\n", ["--method", "approval", "--write", "x.blt"], "BLT holds rankings"],
  ])("stops at %s %j %j", async (name, content, args, why) => {
    const path = await file(name, content);
    expect(await tally(path, ...args)).toContain(`stopped: `);
    expect(await tally(path, ...args)).toContain(why);
  });

  it.each([
    [[], "One file"],
    [["a.blt", "b.blt"], "One file"],
    [["a.blt", "--method", "dice"], "There is no method dice"],
    [["a.blt", "--tie", "lot"], "--seed"],
    [["a.blt", "--tie", "casting"], "--order"],
    [["a.blt", "--tie", "age"], "lot, casting or none, not age"],
    [["a.blt", "--tie", "none", "--seed", "1"], "--seed is for --tie lot"],
    [["a.blt", "--seats", "1.5"], "a whole number from 1"],
    [["a.blt", "--set", "x"], "NAME=VALUE"],
    [["a.blt", "--rounds"], "--rounds"],
    [["nowhere.blt", "--method", "irv"], "nowhere.blt cannot be read"],
  ])("stops at %j", async (args, why) => {
    const said = await tally(...args);
    expect(said).toContain("stopped: ");
    expect(said).toContain(why);
  });

  it("stops at more options than can be ranked, and says how many", async () => {
    const names = Array.from({ length: 1_001 }, (_, at) => `o${at}`).join(",");
    const path = await file("many.csv", `kind,${names}\nrank,1${",".repeat(1_000)}\n`);
    for (const how of [["--method", "schulze"], ["--compare"]]) {
      const said = await tally(path, ...how);
      expect(said).toContain("stopped: ");
      expect(said).toContain("there are more than 1000 options to rank");
    }
  });

  it("ends with 2 and without output where it could not count", async () => {
    const path = await file("cut.blt", "2 1\n1 1");
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ["server/cli/tally.mjs", ...args], { encoding: "utf8" });
    expect(run(REAL, "--method", "irv").status).toBe(0);
    expect(run(path, "--method", "irv")).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("cut.blt, line 2, column 4: expected 0") as string,
    });
  });
});
