import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { addDays, dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { createContainer, type Container } from "#server/container.ts";
import { draftSections } from "#server/features/minutes/draft-sections.ts";
import { readRecord } from "#server/features/minutes/record.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import { createDecision, type LiveAssembly } from "../../support/live-assembly.ts";
import { createStaffedAssembly } from "../../support/staffed-assembly.ts";
import { code } from "../live-session/session.ts";

const SENT = "Aprouver les comptes de 2025.";
const TEXTS = { fr: { title: "Les comptes", text: SENT } };

let database: TestDatabase;
let container: Container;
let assembly: LiveAssembly;
let organiser: PersonActor;
let member: PersonActor;
let decisionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
  const roles = ["organiser"];
  const made = await createStaffedAssembly(container, { electors: 3, roles, others: 1 });
  assembly = made.assembly;
  [organiser, member] = made.people as [PersonActor, PersonActor];
  const { pool } = container.platform;
  await pool.query("DELETE FROM roll_entry WHERE assembly_id = $1", [assembly.id]);
  await pool.query(
    `UPDATE assembly SET phase = 'prepared', roll_as_of = NULL, day = $2::date,
       starts_at = ($2 || 'T18:00+02:00')::timestamptz WHERE id = $1`,
    [assembly.id, addDays(dayInBrussels(new Date()), 42)],
  );
  decisionId = await createDecision(pool, assembly, { phase: "draft" });
  await pool.query("UPDATE decision SET texts = $2 WHERE id = $1", [decisionId, TEXTS]);
});
afterAll(async () => {
  await container.close();
  await database.drop();
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function run(type: string, payload: object, actor = organiser) {
  const command = container.commands[type];
  if (!command) throw new Error(`no command ${type}`);
  const whole = { assemblyId: assembly.id, ...payload };
  return command.handle(actor, command.schema.parse(whole), randomUUID());
}

const correct = (corrected: string, seen = SENT, actor = organiser) => {
  const where = { decisionId, language: "fr", part: "text" };
  return run("convocation.correct", { ...where, seen, corrected, reason: "faute" }, actor);
};

const retitle = (title: string) =>
  container.api.decisions.designer.update(organiser, {
    decisionId,
    texts: { fr: { title, text: SENT } },
  });

it("lets a text change until it is sent, and not after", async () => {
  expect(code(await correct("Approuver les comptes de 2025."))).toBe("not-found");
  expect(code(await retitle("Les comptes annuels"))).toBe("ok");
  const { seal } = value(await container.api.convocation.page(organiser, assembly.slug));
  expect(code(await run("convocation.send", { seal }))).toBe("ok");

  expect(code(await retitle("D’autres comptes"))).toBe("text-convened");
  expect(code(await retitle("Les comptes annuels")), "what it says already").toBe("ok");
  const { designer } = container.api.decisions;
  expect(code(await designer.remove(organiser, { decisionId }))).toBe("text-convened");
  expect(code(await designer.update(organiser, { decisionId, mayChange: false }))).toBe("ok");
});

it("corrects a slip once, in the open, and refuses another text", async () => {
  const corrected = "Approuver les comptes de 2025.";
  expect(code(await correct(corrected, SENT, member))).toBe("not-allowed");
  expect(
    code(await correct("Donner décharge à tout le monde, et dissoudre la société coopérative.")),
  ).toBe("another-text");
  expect(code(await correct(SENT))).toBe("bad-input");
  const both = await Promise.all([correct(corrected), correct(corrected)]);
  expect(both.map(code).sort()).toEqual(["changed-meanwhile", "ok"]);

  const { errata } = value(await container.api.assembly.assemblyPage(member, assembly.slug));
  expect(errata).toMatchObject([
    {
      before: "Aprouver",
      after: "Approuver",
      reason: "faute",
      vote: { fr: "Les comptes annuels" },
    },
  ]);
  const record = await readRecord(container.platform.pool, assembly.id);
  const paragraph = draftSections(record, "fr").find(({ key }) => key === "convocation")?.text;
  expect(paragraph).toContain("«\u00a0Aprouver\u00a0» devenu «\u00a0Approuver\u00a0»");
});

it("leaves a vote alone that has opened", async () => {
  await container.platform.pool.query("UPDATE decision SET phase = 'open' WHERE id = $1", [
    decisionId,
  ]);
  const now = "Approuver les comptes de 2025.";
  expect(code(await correct("Approuver les comptes de 2024.", now))).toBe("wrong-phase");
  const { state } = value(await container.api.convocation.page(organiser, assembly.slug));
  expect(state).toMatchObject({ kind: "sent", votes: [] });
});
