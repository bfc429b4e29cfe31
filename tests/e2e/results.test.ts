import { beforeAll, describe, expect, it } from "vitest";
import { type BallotContent, encodeBallot } from "#domain/decisions/ballot.ts";
import type { ElectionMethod } from "#wire/decisions.ts";
import { useStage } from "../support/browser.ts";
import { expectGoodOnAPhone } from "../support/phone.ts";
import { createShapedDecision, optionId } from "../support/shaped-decisions.ts";

const stage = useStage();
const MANY = 35;
const BALLOTS = 120;

beforeAll(() => stage.bringSessionTo(1));

/** What the nth ballot says: nobody alike, the first options liked most. */
const SAYS: Record<"approve" | "rank" | "grade" | "per-option", (n: number) => BallotContent> = {
  approve: (n) => ({
    kind: "approve",
    options: likedBy(n)
      .slice(0, 1 + (n % 6))
      .toSorted(),
  }),
  rank: (n) => ({
    kind: "rank",
    ranks: likedBy(n)
      .slice(0, 3 + (n % 7))
      .map((option) => [option]),
  }),
  grade: (n) => ({
    kind: "grade",
    grades: Object.fromEntries(likedBy(n).map((option, at) => [option, 5 - (at % 6)])),
  }),
  "per-option": (n) => ({
    kind: "per-option",
    choices: Object.fromEntries(
      likedBy(n).map((option, at) => [option, at < 12 ? "for" : at < 30 ? "against" : "abstain"]),
    ),
  }),
};

function likedBy(n: number): string[] {
  const places = Array.from({ length: MANY }, (_, at) => at + 1);
  const weight = (place: number) => ((place * 37 + n * 53) % 101) + place;
  return places.toSorted((a, b) => weight(a) - weight(b)).map(optionId);
}

/** A decision as it stands once 120 ballots were counted and proclaimed. */
async function published(
  method: ElectionMethod,
  shape: keyof typeof SAYS,
  rule: Record<string, unknown>,
): Promise<string> {
  const { pool, assemblyId } = stage;
  const id = await createShapedDecision(pool, assemblyId, { method, rule, options: MANY });
  await stage.act("chair", "decision.open", { decisionId: id, overrideReason: "Pour l’essai." });
  await pool.query(
    `INSERT INTO ballot (decision_id, elector_id, content, receipt, cast_at)
     SELECT $1, roll.person_id, said.content, 'r', now()
     FROM (SELECT person_id, row_number() OVER (ORDER BY person_id) AS n FROM roll_entry
       WHERE assembly_id = $2 LIMIT $4) AS roll
     JOIN unnest($3::text[]) WITH ORDINALITY AS said(content, n) ON said.n = roll.n`,
    [
      id,
      assemblyId,
      Array.from({ length: BALLOTS }, (_, n) => encodeBallot(SAYS[shape](n))),
      BALLOTS,
    ],
  );
  // A lot drawn beforehand: the ties that such ballots meet are not the matter here.
  await pool.query("UPDATE decision SET tie_seed = 'essai' WHERE id = $1", [id]);
  await stage.act("chair", "decision.close", { decisionId: id, reason: "Essai" });
  await expect
    .poll(
      async () => {
        const { rows } = await pool.query<{ ready: boolean }>(
          "SELECT comparison IS NOT NULL AS ready FROM tally WHERE decision_id = $1",
          [id],
        );
        return rows[0]?.ready;
      },
      { interval: 300 },
    )
    .toBe(true);
  await stage.act("chair", "decision.publish", { decisionId: id });
  return id;
}

describe("results of 35 options on a phone", () => {
  it.each([
    ["per-candidate", "per-option", { seats: 3 }],
    ["equal-shares", "approve", { seats: 8 }],
    ["stv", "rank", { seats: 8 }],
    ["schulze", "rank", { seats: 1 }],
    ["majority-judgment", "grade", { seats: 1 }],
  ] as const)("%s: the sentence, the picture, the numbers, why", async (method, shape, rule) => {
    const id = await published(method, shape, rule);
    const member = await stage.newPersonPage("member-fr");
    await member.goTo(`/decisions/${id}/result`);
    await member.reads(member.t("results:why.title"));
    await member.reads(member.t(`results:method.${method}`));
    if (method !== "per-candidate") await member.reads(member.t("results:compare.title"));
    await member.reads(member.t("results:versus.title"));
    await expectGoodOnAPhone(member.page);

    const file = await member.page.request.get(`${stage.url}/decisions/${id}/ballots.csv`);
    expect(file.status()).toBe(200);
    expect((await file.text()).split("\r\n").length).toBeGreaterThan(10);

    await member.goTo(`/decisions/${id}/turnout`);
    await member.reads(member.t("results:turnout.by.office"));
    await expectGoodOnAPhone(member.page);
  });
});
