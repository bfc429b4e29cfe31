import { expect, it } from "vitest";
import { encodeBallot } from "../../app/domain/decisions/ballot.ts";
import { persona } from "../../prisma/seed/personas.ts";
import { expectNoAxeViolations } from "../support/axe.ts";
import { useStage, type VisitOptions, type Visitor } from "../support/browser.ts";

const stage = useStage();

const TITLE = "Quel fruit pour la pause ?";
const FRUITS = ["Pommes", "Poires", "Prunes"];

async function organiserAt(path: string, options?: VisitOptions): Promise<Visitor> {
  const organiser = await stage.newPersonPage("organiser", options);
  await organiser.goTo(path);
  return organiser;
}

/** The address changes before the page does: what somebody sees is what counts. */
async function isAt({ page, t }: Visitor, step: string): Promise<void> {
  await page.locator("[aria-current=step]", { hasText: t(`designer:steps.${step}`) }).waitFor();
}

/** Begins a draft by this method and returns its id. */
async function begin(organiser: Visitor, method: string): Promise<string> {
  const { page, t } = organiser;
  await page.getByLabel(t("designer:new.name")).fill(TITLE);
  await page.locator(`input[name=method][value=${method}]`).check();
  await organiser.button("designer:new.create").click();
  await isAt(organiser, "texts");
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

/** From the texts to the check: a consultation on three fruits. */
async function fillIn(organiser: Visitor, tieRule = "casting"): Promise<void> {
  const { page, t } = organiser;
  const next = () => organiser.button("designer:save").click();
  await page.getByLabel(t("designer:texts.channel")).selectOption("consultation");
  await next();
  await isAt(organiser, "method");
  await next();
  await isAt(organiser, "rules");
  await page.locator(`input[name=tieRule][value=${tieRule}]`).check();
  await next();
  await isAt(organiser, "options");
  await page.getByLabel(t("designer:options.pasted")).fill(FRUITS.join("\n"));
  await next();
  await isAt(organiser, "electorate");
  await next();
  await isAt(organiser, "vote");
  await next();
  await isAt(organiser, "check");
}

it.each([{ js: true }, { js: false }])(
  "designs, rehearses and deletes (scripts: $js)",
  async ({ js }) => {
    const organiser = await organiserAt(`/decisions/new?assembly=${stage.slug}`, { js });
    const { page, t } = organiser;
    const id = await begin(organiser, "schulze");
    await fillIn(organiser);
    await organiser.reads(t("designer:check.complete"));
    for (const fruit of FRUITS) await organiser.reads(fruit);
    const { rows } = await stage.pool.query(
      "SELECT method, tie_rule, legal_channel FROM decision WHERE id = $1",
      [id],
    );
    expect(rows).toEqual([
      { method: "schulze", tie_rule: "casting", legal_channel: "consultation" },
    ]);

    await organiser.button("designer:rehearsal.make").click();
    await page.waitForURL((url) => !url.pathname.includes(id));
    await organiser.reads(t("designer:rehearsal.says"));
    await organiser.confirm("designer:delete.open", "designer:delete.confirm");
    await organiser.reads(t("designer:list.title"));

    await page.getByRole("link", { name: TITLE }).click();
    await organiser.reads(t("designer:texts.channel"));
    await organiser.goTo(`/decisions/${id}/edit?step=check`);
    await organiser.confirm("designer:delete.open", "designer:delete.confirm");
    await organiser.reads(t("designer:list.title"));
    expect(await page.getByRole("link", { name: TITLE }).count()).toBe(0);
  },
);

it("counts whom an electorate picks as boxes are ticked", async () => {
  const organiser = await organiserAt(`/decisions/new?assembly=${stage.slug}`);
  const id = await begin(organiser, "approval");
  await organiser.goTo(`/decisions/${id}/edit?step=electorate`);
  const picks = organiser.page.locator(".designer-picks");
  const everybody = await picks.innerText();
  await organiser.page.locator("input[name=categories]").first().check();
  await expect.poll(() => picks.innerText()).not.toBe(everybody);
});

it("shows again what could not be kept", async () => {
  const organiser = await organiserAt(`/decisions/new?assembly=${stage.slug}`, {
    js: false,
    expected: [/422/],
  });
  const id = await begin(organiser, "per-candidate");
  await organiser.goTo(`/decisions/${id}/edit?step=vote`);
  const { page, t } = organiser;
  await page.getByLabel(t("designer:vote.opensAt")).fill("2030-05-02T18:00");
  await page.getByLabel(t("designer:vote.closesAt")).fill("2030-05-02T17:00");
  await organiser.button("designer:save").click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel(t("designer:vote.closesAt")).inputValue()).toBe("2030-05-02T17:00");
});

it("has every step on a phone, accessible", async () => {
  const organiser = await organiserAt(`/decisions/new?assembly=${stage.slug}`, { device: "phone" });
  await expectNoAxeViolations(organiser.page);
  const id = await begin(organiser, "equal-shares");
  for (const step of ["texts", "method", "rules", "options", "electorate", "vote", "check"]) {
    await organiser.goTo(`/decisions/${id}/edit?step=${step}`);
    await expectNoAxeViolations(organiser.page);
    const overflows = await organiser.page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    expect(overflows, step).toBe(false);
  }
});

it.each(["casting", "lot"] as const)("settles a tie as it was announced: %s", async (tieRule) => {
  await stage.bringSessionTo(1);
  const organiser = await organiserAt(`/decisions/new?assembly=${stage.slug}`);
  const decisionId = await begin(organiser, "schulze");
  await fillIn(organiser, tieRule);
  await stage.act("chair", "decision.open", { decisionId, overrideReason: "" });
  for (const [voter, ranks] of [
    ["member-fr", [["o1"], ["o2"], ["o3"]]],
    ["member-nl", [["o2"], ["o1"], ["o3"]]],
  ] as const) {
    const content = encodeBallot({ kind: "rank", ranks: ranks.map((rank) => [...rank]) });
    await stage.act(voter, "decision.cast", {
      decisionId,
      electorId: persona(voter).personId,
      content,
    });
  }
  await stage.act("chair", "decision.close", { decisionId, reason: "Essai" });

  const chair = await stage.newPersonPage("chair", { js: tieRule === "lot" });
  const { page, t } = chair;
  const stateOf = async () => {
    const { rows } = await stage.pool.query<{ phase: string; tie_seed: string | null }>(
      "SELECT phase, tie_seed FROM decision WHERE id = $1",
      [decisionId],
    );
    return rows[0];
  };
  await expect.poll(stateOf).toMatchObject({ phase: "counted" });
  await chair.goTo(`/live-session/${stage.slug}/chair`);
  await page.getByRole("heading", { name: t("live-session:chair.settleTie.title") }).waitFor();
  const [first = "", second = ""] = FRUITS.slice(0, 2).toReversed();
  await page.locator(".next-act summary.button-primary").click();
  if (tieRule === "casting") {
    const place = (number: number) =>
      page.getByLabel(t("live-session:chair.settleTie.place", { place: number }));
    await place(1).selectOption(first);
    await place(2).selectOption(second);
  } else {
    await page.getByLabel(t("live-session:chair.settleTie.seed")).fill("4 2 6 1 5 3");
    await expectNoAxeViolations(page);
  }
  await chair.button(`live-session:chair.settleTie.${tieRule}Confirm`).click();
  await chair.confirm("live-session:chair.publish.summary", "live-session:chair.publish.confirm");
  await expect
    .poll(stateOf)
    .toEqual({ phase: "published", tie_seed: tieRule === "lot" ? "4 2 6 1 5 3" : null });
});

it("is closed to members", async () => {
  const member = await stage.newPersonPage("member-fr", { expected: [/403/] });
  const answer = await member.page.goto(`/decisions/new?assembly=${stage.slug}`);
  expect(answer?.status()).toBe(403);
});
