import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import {
  check,
  createRegisterWorld,
  csv,
  importFile,
  line,
  report,
  runJob,
  somebody,
  type RegisterWorld,
} from "./register-world.ts";

let world: RegisterWorld;
let keeper: PersonActor;
beforeAll(async () => {
  world = await createRegisterWorld();
  keeper = await somebody(world, "register_keeper");
});
afterAll(() => world.close());

async function fingerprint(): Promise<string> {
  const { rows } = await world.pool.query<{ print: string }>(
    `SELECT md5(string_agg(p::text, '|' ORDER BY p.id)) ||
       (SELECT md5(string_agg(e::text, '|' ORDER BY e.id)) FROM membership_event e) AS print
     FROM person p WHERE register_no IS NOT NULL`,
  );
  return rows[0]?.print ?? "";
}

async function membersNow(): Promise<number> {
  const figures = await world.container.api.membership.registerFigures(keeper, {});
  return figures.ok ? figures.value.stock.total : -1;
}

describe("a register import", () => {
  it("writes nothing while it checks, and everything when asked to", async () => {
    const file = csv([line(1), line(2, { email: "" }), line(3, { category: "B", kind: "legal" })]);
    const checked = await check(world, keeper, file);
    expect(checked).toMatchObject({ status: "checked", progress: { created: 3, wrong: 0 } });
    expect(await membersNow()).toBe(0);
    const done = await world.container.api.membership.writeImport(keeper, { importId: checked.id });
    expect(done.ok).toBe(true);
    await runJob(world, checked.id);
    expect(await report(world, keeper, checked.id)).toMatchObject({ status: "written" });
    expect(await membersNow()).toBe(3);
    const again = await world.container.api.membership.writeImport(keeper, {
      importId: checked.id,
    });
    expect(again).toMatchObject({ refusal: { code: "import-already-done" } });
  });

  it("changes nothing the second time, nor when its job runs twice", async () => {
    const file = csv([line(10), line(11, { left_on: "2023-06-30", left_as: "resigned" })]);
    const first = await importFile(world, keeper, file);
    const before = await fingerprint();
    await runJob(world, first.id);
    const second = await importFile(world, keeper, file);
    expect(second.progress).toMatchObject({ created: 0, changed: 0, unchanged: 2, events: 0 });
    expect(await fingerprint()).toBe(before);
  });

  it("writes nothing at all when one line is wrong, and says which and why", async () => {
    const before = await fingerprint();
    const file = csv([line(20), line(21, { language: "klingon", shares: "0" }), line(22)]);
    const checked = await check(world, keeper, file);
    expect(checked.status).toBe("wrong");
    expect(checked.problems).toEqual([
      { line: 3, column: "language", code: "unknown-language", value: "klingon" },
      { line: 3, column: "shares", code: "bad-number", value: "0" },
    ]);
    const written = await world.container.api.membership.writeImport(keeper, {
      importId: checked.id,
    });
    expect(written).toMatchObject({ refusal: { code: "import-has-errors" } });
    expect(await fingerprint()).toBe(before);
    const { rows } = await world.pool.query("SELECT content FROM register_import WHERE id = $1", [
      checked.id,
    ]);
    expect(rows).toEqual([{ content: null }]);
  });

  it("adds events for what changed and rewrites no past", async () => {
    await importFile(world, keeper, csv([line(30), line(31)]));
    const changed = csv([
      line(30, { shares: "25", family_name: "Nouveau Nom" }),
      line(31, { left_on: "2024-06-30", left_as: "resigned" }),
    ]);
    const written = await importFile(world, keeper, changed);
    expect(written.progress).toMatchObject({ changed: 2, events: 2 });
    const { rows } = await world.pool.query(
      `SELECT e.kind, e.shares FROM membership_event e JOIN person p ON p.id = e.person_id
       WHERE p.register_no IN ('T30', 'T31') ORDER BY p.register_no, e.recorded_at, e.id`,
    );
    expect(rows).toEqual([
      { kind: "admitted", shares: 10 },
      { kind: "shares_changed", shares: 25 },
      { kind: "admitted", shares: 10 },
      { kind: "resigned", shares: 0 },
    ]);
    const rewritten = await check(world, keeper, csv([line(30, { admitted_on: "2021-01-01" })]));
    expect(rewritten.problems).toMatchObject([{ code: "admission-differs", value: "2021-01-01" }]);
    const risen = await check(world, keeper, csv([line(31)]));
    expect(risen.problems).toMatchObject([{ code: "departure-differs" }]);
  });

  it("lets two people swap addresses and refuses one that somebody else keeps", async () => {
    await importFile(world, keeper, csv([line(40), line(41)]));
    const swapped = csv([
      line(40, { email: "t41@members.example" }),
      line(41, { email: "t40@members.example" }),
    ]);
    expect(await importFile(world, keeper, swapped)).toMatchObject({ progress: { changed: 2 } });
    const taken = await check(world, keeper, csv([line(42, { email: "t40@members.example" })]));
    expect(taken.problems).toMatchObject([{ line: 2, column: "email", code: "address-taken" }]);
  });

  it("refuses a file that is no register", async () => {
    for (const content of ["", "a;b;c\n1;2;3", '"never closed\n1;2', "\u0000\u0001\u0002"]) {
      if (content === "") {
        const started = await world.container.api.membership.startImport(keeper, {
          fileName: "x",
          content: Buffer.from(content),
        });
        expect(started).toMatchObject({ refusal: { code: "bad-input" } });
      } else {
        expect(await check(world, keeper, Buffer.from(content))).toMatchObject({ status: "wrong" });
      }
    }
  });

  it("runs one at a time", async () => {
    const { membership } = world.container.api;
    const input = { fileName: "x.csv", content: csv([line(50)]) };
    const both = await Promise.all([
      membership.startImport(keeper, input),
      membership.startImport(keeper, input),
    ]);
    const refused = both.filter((each) => !each.ok);
    expect(refused).toMatchObject([{ refusal: { code: "import-running" } }]);
    for (const each of both) if (each.ok) await runJob(world, each.value.importId);
  });

  it("belongs to register keepers", async () => {
    const { membership } = world.container.api;
    for (const actor of [await somebody(world), await somebody(world, "organiser")]) {
      const content = csv([line(60)]);
      const started = await membership.startImport(actor, { fileName: "x.csv", content });
      expect(started).toMatchObject({ refusal: { code: "not-allowed" } });
      const written = await membership.writeImport(actor, { importId: crypto.randomUUID() });
      expect(written).toMatchObject({ refusal: { code: "not-allowed" } });
      expect((await membership.listImports(actor)).ok).toBe(false);
    }
  });
});

describe("a whole register", () => {
  it("of 41,702 lines is checked and written, with progress", async () => {
    const lines = Array.from({ length: 41_702 }, (_, index) => line(100_000 + index));
    const { membership } = world.container.api;
    const upload = await membership.startImport(keeper, {
      fileName: "all.csv",
      content: csv(lines),
    });
    if (!upload.ok) throw new Error(upload.refusal.code);
    const { importId } = upload.value;
    const progress = await runJob(world, importId);
    expect(progress.length).toBeGreaterThan(10);
    await membership.writeImport(keeper, { importId });
    await runJob(world, importId);
    expect(await report(world, keeper, importId)).toMatchObject({
      status: "written",
      progress: { created: 41_702, lines: 41_702, done: 41_702 },
    });
    expect(await membersNow()).toBeGreaterThanOrEqual(41_702);
  }, 90_000);
});
