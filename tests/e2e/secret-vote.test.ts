import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { beforeAll, expect, it } from "vitest";
import { expectNoAxeViolations } from "../support/axe.ts";
import { useStage, type Visitor } from "../support/browser.ts";
import { tabTo } from "../support/keyboard.ts";

const stage = useStage();
const SCRUTINEERS = ["scrutineer", "second-scrutineer", "third-scrutineer"];
const CHOICES = ["for", "for", "for", "for", "for", "for", "for", "against", "against", "abstain"];
const ELECTORS = CHOICES.length + 2;
const path = (place = "") => `/live-session/${stage.slug}${place}`;
let vote: { id: string; position: number };
let electors: string[];

beforeAll(async () => {
  const found = await stage.pool.query<typeof vote>(
    `SELECT d.id, i.position FROM decision d JOIN agenda_item i ON i.id = d.item_id
     WHERE d.assembly_id = $1 AND d.seal = 'scrutineers'`,
    [stage.assemblyId],
  );
  if (!found.rows[0]) throw new Error("The demo has no vote sealed by scrutineers");
  vote = found.rows[0];
  await stage.bringSessionTo(vote.position);
  const { rows } = await stage.pool.query<{ id: string }>(
    `SELECT p.id FROM roll_entry r JOIN person p ON p.id = r.person_id
     WHERE r.assembly_id = $1 AND p.kind = 'natural' AND p.language = 'fr'
     ORDER BY p.id DESC LIMIT $2`,
    [stage.assemblyId, ELECTORS],
  );
  electors = rows.map((row) => row.id);
});

/** Presses a button of the urns' desk, as soon as it is there. */
const press = (visitor: Visitor, key: string) => visitor.button(`urns:${key}`).first().click();

async function shareKey(): Promise<Visitor[]> {
  const keepers = await Promise.all(SCRUTINEERS.map((key) => stage.newPersonPage(key)));
  for (const keeper of keepers) {
    await keeper.goTo(path("/urns"));
    await press(keeper, "step.join.button");
  }
  await press(keepers[0] as Visitor, "step.deal.button");
  for (const keeper of keepers) {
    await press(keeper, "step.take.button");
    await keeper.page.getByLabel(keeper.t("urns:step.confirm.printed")).check();
    await press(keeper, "step.confirm.button");
  }
  for (const keeper of keepers) {
    await keeper.page
      .getByRole("heading", { name: keeper.t("urns:step.keep.title"), exact: true })
      .waitFor();
  }
  return keepers;
}

/** Enters the session; the ballots come by themselves. */
async function enter(member: Visitor): Promise<void> {
  await member.goTo(path());
  await member.button("live-session:presence.enter").click();
  await member.reads(member.t("ballot-box:checkIn.standing.ready", { count: 3 }));
}

const ballotPath = () => `/decisions/${vote.id}/secret`;
const optionOf = (member: Visitor, option: string) =>
  member.page.getByRole("radio", { name: member.t(`decisions:options.${option}`), exact: true });

/** Fills in, reviews, casts; returns the receipt's words. */
async function cast(member: Visitor, option: string): Promise<string> {
  await member.goTo(ballotPath());
  await optionOf(member, option).check();
  await member.button("decisions:ballot.review").click();
  await member.button("decisions:review.cast").click();
  return wordsOf(member);
}

async function wordsOf(member: Visitor): Promise<string> {
  const code = member.page.locator(".receipt-code").first();
  await code.waitFor();
  return ((await code.textContent()) ?? "").trim();
}

/** The same with Tab, arrows and Enter alone. */
async function castByKeyboard(member: Visitor): Promise<string> {
  const { page } = member;
  await member.goTo(ballotPath());
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  expect(await optionOf(member, "against").isChecked()).toBe(true);
  await tabTo(page, member.button("decisions:ballot.review"));
  await page.keyboard.press("Enter");
  await tabTo(page, member.button("decisions:review.cast"));
  await page.keyboard.press("Enter");
  return wordsOf(member);
}

/** What leaves the browser while somebody votes. */
function listenToBallots(member: Visitor) {
  const sent: { cookie: boolean; body: string }[] = [];
  member.page.on("request", (request) => {
    if (!request.url().endsWith(`/ballot-box/${vote.id}`)) return;
    void request.allHeaders().then((headers) => {
      sent.push({ cookie: "cookie" in headers, body: request.postData() ?? "" });
    });
  });
  return sent;
}

it("is held by three scrutineers and a dozen electors, and checked by anybody", async () => {
  const [first, second] = (await shareKey()) as [Visitor, Visitor];
  const members = await Promise.all(electors.map((id) => stage.newMemberPage(id)));
  for (const member of members) await enter(member);
  const [keyboard, doubtful, ...others] = members as [Visitor, Visitor, ...Visitor[]];
  await expectNoAxeViolations(keyboard.page);
  await stage.act("chair", "decision.open", { decisionId: vote.id, overrideReason: "" });

  const sent = listenToBallots(keyboard);
  const keyboardWords = await castByKeyboard(keyboard);
  await expectNoAxeViolations(keyboard.page);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.cookie).toBe(false);
  expect(sent[0]?.body).not.toContain("against");

  // Somebody changes their mind: the last ballot counts, and the first words are worth nothing.
  const before = await cast(doubtful, "against");
  await doubtful.page.getByText(doubtful.t("decisions:states.change"), { exact: true }).click();
  await optionOf(doubtful, "for").check();
  await doubtful.button("decisions:ballot.review").click();
  await doubtful.button("decisions:review.castAgain").click();
  await expect.poll(() => wordsOf(doubtful)).not.toBe(before);
  const doubtfulWords = await wordsOf(doubtful);
  for (const [index, member] of others.entries()) await cast(member, CHOICES[index] ?? "for");

  const report = () =>
    stage.pool.query("SELECT 1 FROM opened_ballot WHERE decision_id = $1", [vote.id]);
  const chair = await stage.newPersonPage("chair", { device: "desk" });
  await chair.goTo(path("/chair"));
  await chair.confirm(
    "live-session:chair.closeVote.summary",
    "live-session:chair.closeVote.confirm",
  );
  await chair.confirm("urns:ask.summary", "urns:ask.confirm");
  expect((await report()).rowCount, "nothing is open before the shares are there").toBe(0);
  await press(first, "step.give.button");
  await press(second, "step.give.button");
  await chair.reads(chair.t("live-session:chair.publish.title"));
  for (const keeper of [first, second]) {
    await press(keeper, "step.attest.button");
    await keeper.page
      .getByRole("heading", { name: keeper.t("urns:step.done.title"), exact: true })
      .waitFor();
  }
  await stage.act("chair", "decision.publish", { decisionId: vote.id });

  const { rows } = await stage.pool.query<{ content: string; ballots: number }>(
    "SELECT content, ballots FROM opened_ballot WHERE decision_id = $1 ORDER BY content",
    [vote.id],
  );
  const said = (option: string) => `{"kind":"choice","option":"${option}"}`;
  expect(rows).toEqual([
    { content: said("abstain"), ballots: 1 },
    { content: said("against"), ballots: 3 },
    { content: said("for"), ballots: 8 },
  ]);

  await findOnBoard(keyboard, keyboardWords, true);
  await expectNoAxeViolations(keyboard.page);
  await findOnBoard(doubtful, doubtfulWords, true);
  await findOnBoard(doubtful, before, false);
  await recount();
});

async function findOnBoard(member: Visitor, words: string, there: boolean): Promise<void> {
  await member.goTo(`/decisions/${vote.id}/board`);
  await member.page.getByLabel(member.t("ballot-box:find.words")).fill(words);
  await member.button("ballot-box:find.search").click();
  await member.reads(member.t(there ? "ballot-box:find.found" : "ballot-box:find.none", { words }));
}

/** The published bundle passes the five checks of the command. */
async function recount(): Promise<void> {
  const response = await fetch(`${stage.url}/decisions/${vote.id}/bundle.json`);
  const file = join(tmpdir(), `palabre-bundle-${vote.id}.json`);
  await writeFile(file, await response.text());
  const { status, stdout } = spawnSync("npm", ["run", "-s", "recount", "--", file], {
    encoding: "utf8",
  });
  expect(stdout, "the recount's own words").not.toBe("");
  expect(status).toBe(0);
}
