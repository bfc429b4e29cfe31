import { beforeAll, expect, it } from "vitest";
import { expectNoAxeViolations } from "../support/axe.ts";
import { useStage, type Visitor } from "../support/browser.ts";

const stage = useStage();
const path = (place = "") => `/live-session/${stage.slug}${place}`;

beforeAll(() => stage.bringSessionTo(1));

async function entered(key: string, js = true): Promise<Visitor> {
  await stage.act(key, "session.arrive", { assemblyId: stage.assemblyId });
  const visitor = await stage.newPersonPage(key, { js });
  await visitor.goTo(path());
  return visitor;
}

it("gives the floor by hands that are raised with one tap, with and without scripts", async () => {
  const chair = await stage.newPersonPage("chair", { device: "desk" });
  await chair.goTo(path("/chair"));
  await chair.button("floor:chair.open").click();
  await chair.button("floor:chair.close").waitFor();

  const member = await entered("member-fr");
  await member.button("floor:member.raise").click();
  await member.reads(member.t("floor:member.turn", { place: 1 }));
  const plain = await entered("member-nl", false);
  await plain.button("floor:member.raise").click();
  await plain.reads(plain.t("floor:member.turn", { place: 2 }));
  await expectNoAxeViolations(member.page);

  await chair.page.getByText(chair.t("floor:chair.give")).first().click();
  await member.reads(member.t("floor:member.yours.remote"));
  await member.page.reload();
  await member.reads(member.t("floor:member.yours.remote"));
  await expectNoAxeViolations(chair.page);
  await chair.button("floor:chair.done").click();
  await member.unfold("figures");
  await member.reads(member.t("floor:shares.caption"));
});

it("asks the room, hides the numbers until they are shown, and says that it is no vote", async () => {
  const chair = await stage.newPersonPage("chair", { device: "desk" });
  await chair.goTo(path("/chair"));
  const { page, t } = chair;
  await page.getByText(t("polls:desk.prepare"), { exact: true }).click();
  await page.getByRole("radio", { name: t("polls:kind.single") }).check();
  await page.getByLabel(t("polls:desk.question", { language: "français" })).fill("Et la pause ?");
  await page
    .getByLabel(t("polls:desk.options", { language: "français" }))
    .fill("À onze heures\nÀ midi");
  await chair.button("polls:desk.create").click();
  await chair.button("polls:desk.open").click();

  const member = await entered("member-fr");
  await member.page.getByRole("radio", { name: "À midi" }).check();
  await expectNoAxeViolations(member.page);
  await member.button("polls:member.answer").click();
  await member.reads(member.t("polls:member.given"));
  const plain = await entered("member-nl", false);
  await plain.page.getByRole("radio", { name: "À midi" }).check();
  await plain.button("polls:member.answer").click();
  await plain.reads(plain.t("polls:member.given"));
  expect(await member.page.getByText("100").count()).toBe(0);

  const screen = await stage.newPersonPage("chair", { device: "desk" });
  await screen.goTo(path("/screen"));
  await screen.reads("Et la pause ?");
  await chair.button("polls:desk.close").click();
  await member.reads(member.t("polls:member.closedHidden"));
  await chair.button("polls:desk.show").click();
  await member.reads(/2 · 100/);
  await screen.reads(/2 · 100/);
  await expectNoAxeViolations(chair.page);
});
