import { beforeAll, expect, it } from "vitest";
import type { Step } from "../../app/domain/codev/steps.ts";
import { createSealing } from "../../server/platform/sealing.ts";
import { expectNoAxeViolations } from "../support/axe.ts";
import { useStage, type Visitor } from "../support/browser.ts";
import { createCodevGroup, type TestGroup } from "../support/codev-group.ts";
import { testEnv } from "../support/env.ts";

const stage = useStage();
const BROKEN = [
  /WebSocket/,
  /net::ERR_/,
  /Failed to load resource/,
  /Failed to fetch manifest patches/,
];
const CONTRACT = "Je voudrais que vous m’aidiez à dire non sans perdre ce client.";

const NOTE = "Laisser plus de silence après le contrat.";

let group: TestGroup;

beforeAll(async () => {
  const { rows } = await stage.pool.query<{ id: string }>(
    "SELECT id FROM person WHERE kind = 'natural' AND language = 'fr' ORDER BY id LIMIT 8",
  );
  const [lead = "", second = "", ...members] = rows.map(({ id }) => id);
  const sealing = createSealing(testEnv("postgresql://nowhere/nothing"));
  group = await createCodevGroup(stage.pool, { members, lead, second, sealing });
});

const path = (place = "", at = 0) => `/codev/sessions/${group.sessions[at]}${place}`;

async function facilitator(who: "lead" | "second", at = 0): Promise<Visitor> {
  const visitor = await stage.newMemberPage(group[who], { expected: BROKEN });
  await visitor.goTo(path("/facilitate", at));
  return visitor;
}

async function member(of: number, at = 0): Promise<Visitor> {
  const visitor = await stage.newMemberPage(group.members[of] ?? "", { expected: BROKEN });
  await visitor.goTo(path("", at));
  return visitor;
}

const live = ({ page, t }: Visitor) =>
  page.getByText(t("connection.connected"), { exact: true }).waitFor();
const isAt = (step: Step, visitors: readonly Visitor[]) =>
  Promise.all(
    visitors.map(({ page, t }) =>
      page.locator(".step-now-verb", { hasText: t(`codev-session:step.${step}.verb`) }).waitFor(),
    ),
  );
const goOn = (visitor: Visitor, to: Step) =>
  visitor
    .button("codev-session:desk.next", { name: visitor.t(`codev-session:step.${to}.name`) })
    .click();

it("leads eight people through a session, a dropped facilitator and a dropped network", async () => {
  const [second, ...peers] = await Promise.all([
    facilitator("second"),
    ...group.members.map((_, at) => member(at)),
  ]);
  let lead = await facilitator("lead");
  const client = peers[0] as Visitor;
  await client.reads(client.t("codev-session:peer.yourTurn"));

  // Who is there and the opening, on a phone without a network that is loaded again on the way.
  await live(lead);
  await lead.reads(lead.t("codev-session:desk.keeps"));
  await lead.page.context().setOffline(true);
  const there = lead.page.locator(".there li");
  for (const at of group.members.keys()) {
    await there.nth(at).getByRole("button").click();
    await there.nth(at).locator(".button-primary").waitFor();
  }
  await lead.page.reload();
  await there
    .locator(".button-primary")
    .nth(group.members.length - 1)
    .waitFor();
  await expectNoAxeViolations(lead.page);
  await lead.button("codev-session:before.open").click();
  await isAt("opening", [lead]);
  await lead.page.context().setOffline(false);
  // Once the network is back: on every screen.
  await isAt("opening", [second, ...peers]);
  await goOn(lead, "expose");
  await isAt("expose", [second, ...peers]);

  // One facilitator drops out: the other goes on, and the first finds the session where it is.
  await lead.page.context().close();
  await goOn(second, "clarification");
  await isAt("clarification", peers);
  lead = await facilitator("lead");
  await isAt("clarification", [lead]);
  await live(lead);

  // The network drops on one phone: it goes on too, and the two agree once it is back.
  await lead.reads(lead.t("codev-session:desk.keeps"));
  await lead.page.context().setOffline(true);
  await lead.reads(lead.t("codev-session:cut.heading"));
  await goOn(lead, "contract");
  await isAt("contract", [lead]);
  await lead.page.getByText(lead.t("codev-session:note.pair-notes.label")).first().click();
  await lead.page
    .getByRole("textbox", { name: lead.t("codev-session:note.pair-notes.label") })
    .fill(NOTE);
  await lead.reads(lead.t("codev-session:note.waiting"));
  await lead.page.reload();
  await isAt("contract", [lead]);
  await goOn(second, "contract");
  await isAt("contract", peers);
  await lead.page.context().setOffline(false);
  for (const { page, t } of [lead, second]) {
    await page.getByText(t("codev-session:aside.heading")).waitFor();
    await isAt("contract", [{ page, t } as Visitor]);
  }
  await expectNoAxeViolations(second.page);
  const written = lead.page.getByRole("textbox", {
    name: lead.t("codev-session:note.pair-notes.label"),
    includeHidden: true,
  });
  expect(await written.inputValue()).toBe(NOTE);

  await client.page.getByLabel(client.t("codev-session:contract.label")).fill(CONTRACT);
  await client.button("codev-session:contract.write").click();
  await Promise.all(
    [second, ...peers].map(({ page }) => page.getByText(CONTRACT).first().waitFor()),
  );
  await expectNoAxeViolations(client.page);

  // One of the group writes without a network, and finds it after a reload.
  const quiet = peers[1] as Visitor;
  const pad = quiet.page.getByLabel(quiet.t("codev-session:note.notepad.label"));
  await quiet.page.context().setOffline(true);
  await pad.fill(NOTE);
  await quiet.reads(quiet.t("codev-session:note.waiting"));
  await quiet.page.reload();
  await expect.poll(() => pad.inputValue()).toBe(NOTE);
  await quiet.page.getByText(CONTRACT).first().waitFor();
  await quiet.page.context().setOffline(false);

  // The server dies: the session is where it was.
  await stage.killServer();
  await goOn(second, "consultation");
  await stage.startServer();
  await isAt("consultation", [lead, ...peers]);
  await goOn(lead, "synthesis");
  await isAt("synthesis", [second]);
  await goOn(second, "learning");
  await isAt("learning", [lead, ...peers]);
  await lead.page
    .getByRole("radio", { name: lead.t("codev-session:close.moods.5"), exact: true })
    .check();
  await lead.button("codev-session:close.now").click();
  const over = ({ page, t }: Visitor) => page.getByText(t("codev-session:over.closed")).waitFor();
  await Promise.all([lead, second, ...peers].map(over));
});

it("knows whose turn it is the next time, and who leads", async () => {
  const next = await member(1, 1);
  await next.reads(next.t("codev-session:peer.yourTurn"));
  const lead = await facilitator("second", 1);
  await lead.reads(lead.t("codev-session:seat.lead"));
  const done = await member(0, 1);
  expect(await done.page.getByText(done.t("codev-session:peer.yourTurn")).count()).toBe(0);
});

it("is led, and tried out, without scripts and without a group", async () => {
  const plain = await stage.newMemberPage(group.lead, { js: false });
  await plain.goTo(path("/facilitate", 1));
  for (const at of [0, 1, 2, 3]) {
    await plain.page.locator(".there li").nth(at).getByRole("button").click();
  }
  await plain.button("codev-session:before.open").click();
  await goOn(plain, "expose");
  await isAt("expose", [plain]);
  await plain.goTo(path("/screen", 1));
  await isAt("expose", [plain]);

  const practice = await stage.newMemberPage(group.lead);
  await practice.goTo("/codev/practice");
  await practice.button("codev-session:practice.begin").click();
  await practice.button("codev-session:practice.apart").click();
  await practice.reads(practice.t("codev-session:aside.heading"));
  await isAt("expose", [practice]);
  await expectNoAxeViolations(practice.page);
});
