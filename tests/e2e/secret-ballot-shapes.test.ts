import { beforeAll, expect, it } from "vitest";
import { encodeBallot } from "../../app/domain/decisions/ballot.ts";
import { expectNoAxeViolations } from "../support/axe.ts";
import { useStage, type Visitor } from "../support/browser.ts";
import { createShapedDecision, optionId, optionLabel } from "../support/shaped-decisions.ts";

const stage = useStage();
const MANY = 35;
let decisionId: string;

beforeAll(async () => {
  decisionId = await createShapedDecision(stage.pool, stage.assemblyId, {
    method: "schulze",
    options: MANY,
    secret: true,
  });
  await stage.bringSessionTo(1);
});

async function stageOfUrn(): Promise<string | undefined> {
  const { rows } = await stage.pool.query<{ stage: string }>(
    "SELECT stage FROM urn WHERE decision_id = $1",
    [decisionId],
  );
  return rows[0]?.stage;
}

/** Waits until the four words of the receipt are there. */
async function hasWords(member: Visitor): Promise<void> {
  await expect
    .poll(() => member.page.locator(".receipt-code").first().textContent())
    .toMatch(/\S+ \S+ \S+ \S+/);
}

it("ranks in secret, sealed in the browser, and without scripts", async () => {
  await expect.poll(stageOfUrn).toBe("ready");
  const member = await stage.newPersonPage("member-fr");
  await member.goTo(`/live-session/${stage.slug}`);
  await member.button("live-session:presence.enter").click();
  await member.reads(/prêts sur cet appareil/);
  await stage.act("chair", "decision.open", { decisionId, overrideReason: "Pour l’essai." });

  await member.goTo(`/decisions/${decisionId}/secret`);
  const chosen = [9, 3, 27];
  for (const at of chosen) {
    await member.page.locator(`[data-option="${optionId(at)}"] [data-act=add]`).click();
  }
  await member.button("decisions:ballot.review").click();
  await member.reads(optionLabel(9));
  await expectNoAxeViolations(member.page);
  await member.button("decisions:review.back").click();
  await member.page.locator(`[data-option="${optionId(27)}"] [data-act=first]`).click();
  await member.button("decisions:ballot.review").click();
  await member.button("decisions:review.cast").click();
  await hasWords(member);

  const plain = await stage.newPersonPage("member-nl", { js: false });
  await plain.goTo(`/decisions/${decisionId}/secret`);
  await plain.page.getByLabel(optionLabel(5), { exact: true }).selectOption("1");
  await plain.page.getByLabel(optionLabel(6), { exact: true }).selectOption("1");
  await plain.button("decisions:ballot.review").click();
  await plain.reads(optionLabel(6));
  await plain.button("decisions:review.cast").click();
  await hasWords(plain);

  await stage.act("chair", "decision.close", { decisionId, reason: "Essai" });
  const opened = async () => {
    const { rows } = await stage.pool.query<{ content: string }>(
      "SELECT content FROM opened_ballot WHERE decision_id = $1",
      [decisionId],
    );
    return rows.map(({ content }) => content).toSorted();
  };
  const ranks = (...places: number[][]) =>
    encodeBallot({ kind: "rank", ranks: places.map((equals) => equals.map(optionId)) });
  await expect.poll(opened).toEqual([ranks([5, 6]), ranks([27], [9], [3])].toSorted());
});
