import { expect, it } from "vitest";
import { expectNoAxeViolations } from "../support/axe.ts";
import { useStage, type Visitor } from "../support/browser.ts";
import { expectGoodOnAPhone } from "../support/phone.ts";

const stage = useStage();
const session = (place = "") => `/live-session/${stage.slug}${place}`;

/** Folds a part of the chair's desk open. */
async function unfold(visitor: Visitor, id: string): Promise<void> {
  await visitor.page.locator(`details#${id} > summary`).click();
}

/** Opens a form behind its button, fills it in and sends it. */
async function fillIn(
  visitor: Visitor,
  [opener, button]: [string, string],
  reason: string,
): Promise<void> {
  const { page, t } = visitor;
  const fold = page
    .locator("details", {
      has: page.locator(":scope > summary").getByText(t(opener), { exact: true }),
    })
    .last();
  await fold.locator("summary").first().click();
  await fold.getByRole("textbox").first().fill(reason);
  await fold.getByRole("button", { name: t(button), exact: true }).click();
}

it("is conducted from a phone, and every screen follows", async () => {
  await stage.bringSessionTo(4);
  const chair = await stage.newPersonPage("chair");
  const member = await stage.newPersonPage("member-fr");
  const screen = await stage.newPersonPage("moderator", { device: "desk" });
  await Promise.all([
    chair.goTo(session("/chair")),
    member.goTo(session()),
    screen.goTo(session("/screen")),
  ]);

  // The time of the item runs since it was reached; five minutes more.
  await chair.page
    .locator(".chair-time-left")
    .getByText(/encore \d+ min/u)
    .waitFor();
  const time = (name: RegExp) => chair.page.locator(".chair-time").getByRole("button", { name });
  await time(/^\+ 5 min/u).click();
  await chair.reads(chair.t("stage:timer.box", { count: 25 }));
  await screen.page
    .locator(".screen-time")
    .getByText(/encore 2\d min/u)
    .waitFor();
  await time(/^Arrêter/u).click();
  await screen.page
    .locator(".screen-time")
    .getByText(/à l’arrêt/u)
    .waitFor();

  // A message on the screen, which phones follow; then back to what happens.
  await unfold(chair, "screens");
  await fillIn(
    chair,
    ["stage:screens.message", "stage:screens.showMessage"],
    "Pause de dix minutes",
  );
  await screen.page.locator(".screen-message").getByText("Pause de dix minutes").waitFor();
  await member.page.locator(".follow-panel").getByText("Pause de dix minutes").waitFor();
  await expectNoAxeViolations(chair.page);
  await chair.page
    .locator("#screens")
    .getByRole("button", { name: /^Suivre la séance/u })
    .click();
  await screen.page.locator(".screen-message").waitFor({ state: "detached" });

  // A word to members, taken back.
  await unfold(chair, "notices");
  await chair.page
    .getByRole("textbox", { name: chair.t("stage:notices.text") })
    .fill("Navette à 18 h");
  await chair.button("stage:notices.send").click();
  await member.reads("Navette à 18 h");
  await chair.button("stage:notices.takeBack").click();
  await member.page.locator(".notice", { hasText: "Navette" }).waitFor({ state: "detached" });
});

it("suspends a vote, resumes it, and repeats one that went wrong", async () => {
  await stage.bringSessionTo(4);
  const decisionId = await stage.openVote(1);
  const chair = await stage.newPersonPage("chair");
  const member = await stage.newPersonPage("member-fr");
  await Promise.all([chair.goTo(session("/chair")), member.goTo(session())]);

  await chair.page.locator(".vote-trouble > summary").first().click();
  await fillIn(chair, ["stage:trouble.suspend", "stage:trouble.suspendConfirm"], "Réseau coupé");
  await member.reads(member.t("stage:suspended.vote"));
  await expectNoAxeViolations(member.page);
  await chair.button("stage:trouble.resume").click();
  await member.page.getByText(member.t("stage:suspended.vote")).waitFor({ state: "detached" });
  // The chair's own page folds the trouble away when it has heard of it, too.
  await chair.page.locator(".vote-trouble[open]").waitFor({ state: "detached" });

  await chair.page.locator(".vote-trouble > summary").first().click();
  await fillIn(chair, ["stage:trouble.repeat", "stage:trouble.repeatConfirm"], "Le texte manquait");
  await chair.reads(chair.t("stage:annulled.repeats"));
  const { rows } = await stage.pool.query<{ phase: string }>(
    "SELECT phase FROM decision WHERE repeats_id = $1",
    [decisionId],
  );
  expect(rows).toEqual([{ phase: "draft" }]);

  // All of it stands in the log of the secretary, who adds to it without scripts.
  const secretary = await stage.newPersonPage("secretary", { js: false });
  await secretary.goTo(session("/secretary"));
  await unfold(secretary, "incidents");
  await secretary.reads(secretary.t("stage:incidents.act.repeat"));
  await fillIn(secretary, ["stage:incidents.note", "stage:incidents.save"], "Micro coupé à Liège");
  await unfold(secretary, "incidents");
  await secretary.reads("Micro coupé à Liège");
});

it("lends a voice to those who are not in the room, and has a card for bad days", async () => {
  await stage.pool.query(
    `UPDATE question SET state = 'queued', number = 90, queue_place = 1
     WHERE id = (SELECT id FROM question WHERE assembly_id = $1 AND state = 'received' LIMIT 1)`,
    [stage.assemblyId],
  );
  const reader = await stage.newPersonPage("moderator");
  await reader.goTo(session("/reader"));
  await reader.reads(reader.t("stage:reader.wait"));
  await expectGoodOnAPhone(reader.page);
  await reader.button("stage:reader.done").click();
  await reader.reads(reader.t("stage:reader.none"));

  await reader.goTo(session("/card"));
  await reader.reads(reader.t("stage:card.room.title"));
  await expectGoodOnAPhone(reader.page);
});
