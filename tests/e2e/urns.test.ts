import { beforeAll, expect, it } from "vitest";
import { expectNoAxeViolations } from "../support/axe.ts";
import { useStage, type Visitor } from "../support/browser.ts";
import { bringCompany } from "../support/latecomers.ts";

const stage = useStage();
const SCRUTINEERS = ["scrutineer", "second-scrutineer", "third-scrutineer"];
const path = (place: string) => `/live-session/${stage.slug}/${place}`;
let vote: { id: string; position: number };

beforeAll(async () => {
  const { rows } = await stage.pool.query<typeof vote>(
    `SELECT d.id, i.position FROM decision d JOIN agenda_item i ON i.id = d.item_id
     WHERE d.assembly_id = $1 AND d.seal = 'scrutineers'`,
    [stage.assemblyId],
  );
  if (!rows[0]) throw new Error("The demo has no vote sealed by scrutineers");
  vote = rows[0];
});

/** Presses a button of the urns' catalogue, as soon as it is there. */
const press = (visitor: Visitor, key: string, values = {}) =>
  visitor.button(`urns:${key}`, values).first().click();

async function reachesStep(visitor: Visitor, step: string): Promise<void> {
  await visitor.page
    .getByRole("heading", { name: visitor.t(`urns:step.${step}.title`), exact: true })
    .waitFor();
}

/** As it stands: by ear, and without scrolling sideways on the narrowest screen. */
async function checkPage({ page }: Visitor): Promise<void> {
  await expectNoAxeViolations(page);
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  if (before) await page.setViewportSize(before);
}

/** Three browsers share the key; returns them. */
async function shareKeys(): Promise<Visitor[]> {
  const keepers = await Promise.all(SCRUTINEERS.map((key) => stage.newPersonPage(key)));
  for (const keeper of keepers) {
    await keeper.goTo(path("urns"));
    await press(keeper, "step.join.button");
  }
  const [dealer] = keepers as [Visitor];
  await reachesStep(dealer, "deal");
  await checkPage(dealer);
  await press(dealer, "step.deal.button");
  for (const keeper of keepers) {
    await press(keeper, "step.take.button");
    await keeper.page.getByLabel(keeper.t("urns:step.confirm.printed")).check();
    await press(keeper, "step.confirm.button");
  }
  for (const keeper of keepers) await reachesStep(keeper, "keep");
  return keepers;
}

async function findAtDesk(desk: Visitor, place: number): Promise<string> {
  const { rows } = await stage.pool.query<{ register_no: string; name: string }>(
    `SELECT p.register_no, btrim(p.given_name || ' ' || p.family_name) AS name
     FROM roll_entry r JOIN person p ON p.id = r.person_id
     WHERE r.assembly_id = $1 AND p.kind = 'natural' ORDER BY p.id DESC OFFSET $2 LIMIT 1`,
    [stage.assemblyId, place],
  );
  await desk.goTo(`${path("paper")}?q=${rows[0]?.register_no ?? ""}`);
  return rows[0]?.name ?? "";
}

/** Reads one slip as somebody does, and waits until it is noted. */
async function enterSlip(reader: Visitor, slip: number, option: string): Promise<void> {
  const form = reader.page.locator(".paper-slip");
  const number = form.getByRole("spinbutton");
  await number.fill(String(slip));
  await form.getByRole("radio", { name: reader.t(`decisions:options.${option}`) }).check();
  await press(reader, "paper.slip.enter");
  // The form is ready for the next slip once this one is kept.
  await expect.poll(() => number.inputValue()).not.toBe(String(slip));
}

it("shares a key, takes paper and helped votes, opens the urn and attests", async () => {
  const [first, second, third] = (await shareKeys()) as [Visitor, Visitor, Visitor];
  await stage.bringSessionTo(vote.position);

  const desk = await stage.newPersonPage("desk", { device: "desk" });
  for (const place of [0, 1]) {
    await findAtDesk(desk, place);
    // The vote and the person's name follow, for ears alone.
    await desk.page
      .getByRole("button", { name: desk.t("urns:paper.give.one") })
      .first()
      .click();
    await desk.reads(desk.t("urns:paper.mark.paper"));
  }
  await stage.act("chair", "decision.open", { decisionId: vote.id, overrideReason: "" });

  // Somebody who asked for help votes at the desk, in a batch of latecomers.
  const name = await findAtDesk(desk, 2);
  await checkPage(desk);
  await desk.page.getByRole("link", { name: desk.t("urns:paper.give.assist") }).click();
  await press(desk, "assisted.begin.button", { name });
  await bringCompany(stage, vote.id);
  const choice = desk.page.getByRole("radio", { name: desk.t("decisions:options.against") });
  await choice.check();
  await desk.button("decisions:ballot.review").click();
  await press(desk, "assisted.castButton");
  await desk.reads(desk.t("urns:assisted.cast.title"));
  await checkPage(desk);

  // Two people read the slips; the second corrects a mistake.
  const secretary = await stage.newPersonPage("secretary");
  await secretary.goTo(path("paper"));
  await desk.goTo(path("paper"));
  for (const [slip, option] of [
    [1, "for"],
    [2, "for"],
  ] as const) {
    await enterSlip(desk, slip, option);
  }
  await enterSlip(secretary, 1, "for");
  await enterSlip(secretary, 2, "abstain");
  await secretary.reads(secretary.t("urns:paper.differ.title"));
  await enterSlip(secretary, 2, "for");
  await secretary.reads(secretary.t("urns:paper.agree.title"));
  await checkPage(secretary);
  await secretary.confirm("urns:paper.pour.summary", "urns:paper.pour.confirm");
  await secretary.reads(secretary.t("urns:paper.sheet.title"));

  const chair = await stage.newPersonPage("chair", { device: "desk" });
  await chair.goTo(path("chair"));
  await chair.confirm(
    "live-session:chair.closeVote.summary",
    "live-session:chair.closeVote.confirm",
  );
  await chair.confirm("urns:ask.summary", "urns:ask.confirm");

  // One share from the browser, the other from paper.
  await press(first, "step.give.button");
  await press(third, "backup.show");
  const printed = (await third.page.locator(".urn-backup-line code").textContent()) ?? "";
  await third.page.getByText(third.t("urns:typed.summary")).click();
  await third.page.getByLabel(third.t("urns:typed.label")).fill(printed.toLowerCase());
  await press(third, "typed.button");
  await chair.reads(chair.t("live-session:chair.publish.title"));

  // A scrutineer opens the urn once more, with somebody else's sheet, and signs.
  await reachesStep(second, "attest");
  await second.page.getByText(second.t("urns:repeat.summary")).click();
  const other = second.page.getByLabel(second.t("urns:repeat.other", { number: 1 }));
  await other.fill(printed.replace(/.$/, (sign) => (sign === "0" ? "1" : "0")));
  await press(second, "repeat.button");
  await second.reads(second.t("urns:trouble.wrong-share.title"));
  await other.fill(printed);
  await press(second, "repeat.button");
  await second.reads(second.t("urns:repeat.same", { count: 3 }));
  await checkPage(second);
  await press(second, "step.attest.button");
  await reachesStep(second, "done");

  const { rows } = await stage.pool.query<{ content: string; ballots: number }>(
    "SELECT content, ballots FROM opened_ballot WHERE decision_id = $1 ORDER BY content",
    [vote.id],
  );
  expect(rows).toEqual([
    { content: '{"kind":"choice","option":"against"}', ballots: 1 },
    { content: '{"kind":"choice","option":"for"}', ballots: 2 },
  ]);
});
