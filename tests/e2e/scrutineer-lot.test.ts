import { expect, it } from "vitest";
import { encodeBallot } from "../../app/domain/decisions/ballot.ts";
import { persona } from "../../prisma/seed/personas.ts";
import { useStage } from "../support/browser.ts";
import { expectGoodOnAPhone } from "../support/phone.ts";
import { createShapedDecision } from "../support/shaped-decisions.ts";

const stage = useStage();
const SEED = "4 2 6 1 5 3";

/** An election that ended in a tie for its only place. */
async function countTie(): Promise<string> {
  await stage.bringSessionTo(1);
  const decisionId = await createShapedDecision(stage.pool, stage.assemblyId, {
    method: "approval",
    rule: { seats: 1 },
    options: 3,
  });
  await stage.act("chair", "decision.open", { decisionId, overrideReason: "Pour l’essai." });
  const { rows } = await stage.pool.query<{ id: string }>(
    "SELECT id FROM decision_option WHERE decision_id = $1 ORDER BY position",
    [decisionId],
  );
  for (const [index, voter] of ["member-fr", "member-nl"].entries()) {
    await stage.act(voter, "decision.cast", {
      decisionId,
      electorId: persona(voter).personId,
      content: encodeBallot({ kind: "approve", options: [rows[index]?.id ?? ""] }),
    });
  }
  await stage.act("chair", "decision.close", { decisionId, reason: "Essai" });
  await expect
    .poll(() => stateOf(decisionId))
    .toMatchObject({
      phase: "counted",
    });
  return decisionId;
}

async function stateOf(decisionId: string) {
  const { rows } = await stage.pool.query<{ phase: string; tie_seed: string | null }>(
    "SELECT phase, tie_seed FROM decision WHERE id = $1",
    [decisionId],
  );
  return rows[0];
}

it.each([{ js: true }, { js: false }])(
  "is written down by a scrutineer on their own page (scripts: $js)",
  async ({ js }) => {
    const decisionId = await countTie();
    const scrutineer = await stage.newPersonPage("second-scrutineer", { js });
    const { page, t } = scrutineer;
    await scrutineer.goTo(`/live-session/${stage.slug}/urns`);
    await scrutineer.reads(t("urns:lots.title", { count: 1 }));
    await page
      .locator("summary", { hasText: t("live-session:chair.settleTie.lotSummary") })
      .click();
    await page.getByLabel(t("live-session:chair.settleTie.seed")).fill(SEED);
    if (js) await expectGoodOnAPhone(page);
    await scrutineer.button("live-session:chair.settleTie.lotConfirm").click();
    await expect.poll(() => stateOf(decisionId)).toEqual({ phase: "counted", tie_seed: SEED });
    await expect.poll(() => page.getByText(t("urns:lots.title", { count: 1 })).count()).toBe(0);
    await stage.act("chair", "decision.publish", { decisionId });
  },
);
