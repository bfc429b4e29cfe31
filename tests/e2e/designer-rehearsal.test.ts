import { beforeAll, describe, expect, it } from "vitest";
import { persona } from "../../prisma/seed/personas.ts";
import { useStage, type VisitOptions, type Visitor } from "../support/browser.ts";
import { tabTo } from "../support/keyboard.ts";
import { expectGoodOnAPhone } from "../support/phone.ts";

const stage = useStage();
beforeAll(() => stage.bringSessionTo(1));

const FRUITS = ["Pommes", "Poires", "Prunes"];
const VOTER = "member-fr";

type PersonRow = { register_no: string; name: string };

async function personOf(personaKey: string): Promise<PersonRow> {
  const { rows } = await stage.pool.query<PersonRow>(
    `SELECT register_no, btrim(given_name || ' ' || family_name) AS name FROM person WHERE id = $1`,
    [persona(personaKey).personId],
  );
  if (!rows[0]) throw new Error(`nobody plays ${personaKey}`);
  return rows[0];
}

/** An approval among three fruits, begun by an organiser who stands at the step of the options. */
async function designFruits(
  options: VisitOptions,
): Promise<{ organiser: Visitor; decisionId: string }> {
  const organiser = await stage.newPersonPage("organiser", options);
  const { page, t } = organiser;
  await organiser.goTo(`/decisions/new?assembly=${stage.slug}`);
  await page.getByLabel(t("designer:new.name")).fill("Quel fruit pour la pause ?");
  await page.locator("input[name=method][value=approval]").check();
  await organiser.button("designer:new.create").click();
  await page.waitForURL(/step=texts/);
  await page.getByLabel(t("designer:texts.channel")).selectOption("consultation");
  await organiser.button("designer:stay").click();
  const decisionId = new URL(page.url()).pathname.split("/")[2] ?? "";
  await organiser.goTo(`/decisions/${decisionId}/edit?step=options`);
  await page.getByLabel(t("designer:options.pasted")).fill(FRUITS.join("\n"));
  await organiser.button("designer:stay").click();
  await page.locator("#option-o3").waitFor();
  return { organiser, decisionId };
}

const moveButton = ({ page, t }: Visitor, way: "up" | "down", fruit: string) =>
  page.getByRole("button", { name: `${t(`designer:options.${way}`)} ${fruit}`, exact: true });

async function orderOf(decisionId: string): Promise<string[]> {
  const { rows } = await stage.pool.query<{ name: string }>(
    "SELECT label->>'fr' AS name FROM decision_option WHERE decision_id = $1 ORDER BY position",
    [decisionId],
  );
  return rows.map(({ name }) => name);
}

async function search({ page, t, button }: Visitor, words: string): Promise<void> {
  await page.getByLabel(t("designer:persons.search")).fill(words);
  await button("designer:persons.find").click();
}

const personButton = ({ page, t }: Visitor, act: "add" | "remove", name: string) =>
  page.getByRole("button", { name: `${t(`designer:persons.${act}`)} ${name}`, exact: true });

async function makeRehearsal(organiser: Visitor, decisionId: string): Promise<string> {
  await organiser.goTo(`/decisions/${decisionId}/edit?step=check`);
  await organiser.reads(organiser.t("designer:check.complete"));
  await organiser.button("designer:rehearsal.make").click();
  await organiser.page.waitForURL((url) => !url.pathname.includes(decisionId));
  await organiser.reads(organiser.t("designer:rehearsal.says"));
  return new URL(organiser.page.url()).pathname.split("/")[2] ?? "";
}

/** A member opens the ballot, ticks a fruit and casts it. */
async function cast(member: Visitor, decisionId: string, fruit: string): Promise<void> {
  await member.goTo(`/decisions/${decisionId}`);
  await member.page.getByRole("checkbox", { name: fruit }).check();
  await member.button("decisions:ballot.review").click();
  await member.button("decisions:review.cast").click();
  await member.reads(member.t("decisions:receipt.recorded"));
}

const openVote = (decisionId: string) =>
  stage.act("chair", "decision.open", { decisionId, overrideReason: "" });

async function closeAndCount(decisionId: string): Promise<void> {
  await stage.act("chair", "decision.close", { decisionId, reason: "Essai" });
  await expect
    .poll(() => stateOf(decisionId))
    .toMatchObject({
      phase: "counted",
      winner: "o2",
    });
}

async function stateOf(decisionId: string) {
  const { rows } = await stage.pool.query<{ phase: string; ballots: number; winner: string }>(
    `SELECT d.phase, t.report->'winners'->>0 AS winner,
       (SELECT count(*)::int FROM ballot b WHERE b.decision_id = d.id) AS ballots
     FROM decision d LEFT JOIN tally t ON t.decision_id = d.id WHERE d.id = $1`,
    [decisionId],
  );
  return rows[0];
}

async function resetRehearsal(organiser: Visitor, rehearsalId: string): Promise<void> {
  await organiser.goTo(`/decisions/new?assembly=${stage.slug}`);
  const { page, t } = organiser;
  const entry = page.locator("li", { has: page.locator(`a[href="/decisions/${rehearsalId}"]`) });
  await entry.locator("summary", { hasText: t("designer:rehearsal.reset") }).click();
  await entry.getByRole("button", { name: t("designer:rehearsal.resetConfirm") }).click();
  await page.locator("[aria-current=step]", { hasText: t("designer:steps.check") }).waitFor();
  expect(await stateOf(rehearsalId)).toMatchObject({ phase: "draft", ballots: 0, winner: null });
}

describe.each([{ js: true }, { js: false }])("from a draft to a vote (scripts: $js)", ({ js }) => {
  it("is designed, rehearsed twice, and held", async () => {
    const { organiser, decisionId } = await designFruits({ js });
    const { name } = await personOf(VOTER);
    await organiser.goTo(`/decisions/${decisionId}/edit?step=electorate`);
    await search(organiser, (await personOf(VOTER)).register_no);
    await personButton(organiser, "add", name).click();
    await organiser.reads(organiser.t("designer:persons.count", { count: 1 }));
    await organiser.reads(/^1 /);
    if (js) await expectGoodOnAPhone(organiser.page);

    await organiser.goTo(`/decisions/${decisionId}/edit?step=check`);
    await organiser.page.getByRole("checkbox", { name: "Poires" }).check();
    if (js) await expectGoodOnAPhone(organiser.page);
    const rehearsalId = await makeRehearsal(organiser, decisionId);

    const member = await stage.newPersonPage(VOTER, { js });
    for (const round of [1, 2]) {
      await openVote(rehearsalId);
      await cast(member, rehearsalId, "Poires");
      await closeAndCount(rehearsalId);
      if (round === 1) await resetRehearsal(organiser, rehearsalId);
    }
    expect(await stateOf(decisionId)).toMatchObject({ phase: "draft", ballots: 0 });
    await openVote(decisionId);
    await cast(member, decisionId, "Poires");
    await closeAndCount(decisionId);
  });
});

it("moves options by keyboard alone, with the focus on the button", async () => {
  const { organiser, decisionId } = await designFruits({});
  const { page, t } = organiser;
  const up = moveButton(organiser, "up", "Prunes");
  await tabTo(page, up);
  await page.keyboard.press("Enter");
  const said = t("designer:options.moved", { name: "Prunes", place: 2, of: 3 });
  await page.getByRole("status").filter({ hasText: said }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter"); // it stands first already
  expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
  await tabTo(page, organiser.button("designer:stay"));
  await page.keyboard.press("Enter");
  await expect.poll(() => orderOf(decisionId)).toEqual(["Prunes", "Pommes", "Poires"]);
});

it("saves by the Enter key in a name, and moves nothing", async () => {
  const { organiser, decisionId } = await designFruits({});
  await organiser.page.locator("#option-o2 input[lang=fr]").fill("Figues");
  await organiser.page.keyboard.press("Enter");
  await expect.poll(() => orderOf(decisionId)).toEqual(["Pommes", "Figues", "Prunes"]);
});

it("moves options, and lists persons line by line, without scripts", async () => {
  const { organiser, decisionId } = await designFruits({ js: false });
  const { page, t } = organiser;
  await moveButton(organiser, "up", "Prunes").click();
  await page.waitForURL(/#option-o3/);
  expect(await orderOf(decisionId)).toEqual(["Pommes", "Prunes", "Poires"]);

  const [french, dutch] = [await personOf(VOTER), await personOf("member-nl")];
  await organiser.goTo(`/decisions/${decisionId}/edit?step=electorate`);
  await page
    .getByLabel(t("designer:persons.paste"))
    .fill([french.register_no, `${dutch.register_no}; ${dutch.name}`, "S9999999"].join("\n"));
  await organiser.button("designer:persons.pasteButton").click();
  await organiser.reads(t("designer:paste.added", { count: 2 }));
  await organiser.reads(t("designer:paste.outcome.unknown"));

  await personButton(organiser, "remove", french.name).click();
  await organiser.reads(t("designer:persons.count", { count: 1 }));
  await organiser.confirm("designer:persons.clear", "designer:persons.clearConfirm");
  await organiser.reads(t("designer:persons.none"));
});

it("counts the list together with what is ticked and not saved", async () => {
  const { organiser, decisionId } = await designFruits({});
  await organiser.goTo(`/decisions/${decisionId}/edit?step=electorate`);
  const { page, t } = organiser;
  const { register_no, name } = await personOf(VOTER);
  await page.locator("input[name=attendance]").check();
  await search(organiser, register_no);
  await personButton(organiser, "add", name).click();
  await organiser.reads(t("designer:persons.count", { count: 1 }));
  expect(await page.locator("input[name=attendance]").isChecked()).toBe(true);
  await expect.poll(() => page.locator(".designer-picks").innerText()).toMatch(/^[01] /);
});
