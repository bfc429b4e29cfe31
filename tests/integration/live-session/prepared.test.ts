import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#domain/kernel/actor.ts";
import { createDecisionsFeature } from "#server/features/decisions/index.ts";
import { createDecision } from "../../support/live-assembly.ts";
import { code, createTestSession, type TestSession } from "./session.ts";

let session: TestSession;
let decisionId: string;

beforeAll(async () => {
  session = await createTestSession(2);
  const { pool, assembly } = session;
  decisionId = await createDecision(pool, assembly, { phase: "draft" });
  await pool.query("UPDATE assembly SET phase = 'prepared' WHERE id = $1", [assembly.id]);
});

afterAll(() => session.close());

describe("an assembly that is still being prepared", () => {
  it("has no room and no page but for its bureau", async () => {
    const { feature, assembly, member, bureau } = session;
    for (const audience of ["member", "mine"]) {
      const enter = (actor: Actor) => feature.rooms.authorise(actor, assembly.id, audience);
      expect(code(await enter(member(0)))).toBe("unknown-room");
      expect(code(await enter(bureau.chair))).toBe("ok");
      expect(code(await enter(bureau.organiser))).toBe("ok");
    }
    expect(code(await feature.page(member(0), assembly.slug, "member"))).toBe("unknown-room");
    expect(code(await feature.page(bureau.moderator, assembly.slug, "moderator"))).toBe("ok");
  });

  it("shows its drafts to those who prepare it", async () => {
    const decisions = createDecisionsFeature(session.platform);
    const { member, bureau } = session;
    expect(code(await decisions.page({ kind: "anonymous" }, decisionId))).toBe("not-found");
    expect(code(await decisions.page(member(0), decisionId))).toBe("not-found");
    expect(code(await decisions.page(bureau.organiser, decisionId))).toBe("ok");
  });
});
