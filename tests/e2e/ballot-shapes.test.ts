import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { persona } from "../../prisma/seed/personas.ts";
import { useStage, type Visitor } from "../support/browser.ts";
import { tabTo } from "../support/keyboard.ts";
import { expectGoodOnAPhone } from "../support/phone.ts";
import {
  createShapedDecision,
  keptContent,
  optionLabel,
  orderFor,
  type ShapedDecision,
} from "../support/shaped-decisions.ts";

const stage = useStage();
const MANY = 35;

beforeAll(() => stage.bringSessionTo(1));

async function open(decision: Omit<ShapedDecision, "options">): Promise<string> {
  const decisionId = await createShapedDecision(stage.pool, stage.assemblyId, {
    ...decision,
    options: MANY,
  });
  await stage.act("chair", "decision.open", { decisionId, overrideReason: "Pour l’essai." });
  return decisionId;
}

const contentOf = (personaKey: string, decisionId: string) =>
  keptContent(stage.pool, decisionId, persona(personaKey).personId);
const orderOf = (personaKey: string, decisionId: string) =>
  orderFor(persona(personaKey).personId, decisionId, MANY);
const named = (id: string) => optionLabel(Number(id.slice(2)));

async function review(member: Visitor): Promise<void> {
  await member.button("decisions:ballot.review").click();
  await member.reads(member.t("decisions:review.question"));
}

async function cast(member: Visitor): Promise<void> {
  await member.button("decisions:review.cast").click();
  await member.reads(member.t("decisions:receipt.recorded"));
}

/** The fieldset of one option. */
function question(page: Page, id: string): Locator {
  return page.getByRole("group", { name: named(id), exact: true });
}

describe("35 options on a phone", () => {
  it("approves, counts aloud, and keeps to the limit", async () => {
    const decisionId = await open({
      method: "plurality-at-large",
      rule: { seats: 3 },
      maxChoices: 3,
    });
    const member = await stage.newPersonPage("member-fr");
    const { page } = member;
    await member.goTo(`/decisions/${decisionId}`);
    const boxes = page.getByRole("checkbox");
    const order = orderOf("member-fr", decisionId);
    expect(
      await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value)),
    ).toEqual(order);
    await tabTo(page, boxes.first());
    await page.keyboard.press("Space");
    for (const at of [2, 4]) await boxes.nth(at).check();
    const status = page.locator(".ballot-count");
    expect(await status.textContent()).toBe(
      member.t("ballot-forms:approve.chosenOf", { count: 3, of: 3 }),
    );
    await expectGoodOnAPhone(page);

    await boxes.nth(34).check();
    await member.reads(member.t("ballot-forms:approve.tooMany", { count: 1 }));
    await member.button("decisions:ballot.review").click();
    expect(await boxes.nth(34).evaluate((box) => (box as HTMLInputElement).validity.valid)).toBe(
      false,
    );
    await boxes.nth(34).uncheck();
    await review(member);
    await expectGoodOnAPhone(page);
    await cast(member);
    expect(await contentOf("member-fr", decisionId)).toEqual({
      kind: "approve",
      options: [order[0], order[2], order[4]].toSorted(),
    });
  });

  it("answers candidate by candidate", async () => {
    const decisionId = await open({ method: "per-candidate", rule: { seats: 3 } });
    const member = await stage.newPersonPage("member-fr");
    const { page } = member;
    await member.goTo(`/decisions/${decisionId}`);
    const [first = "", second = "", , last = ""] = orderOf("member-fr", decisionId);
    await tabTo(page, question(page, first).getByRole("radio").first());
    await page.keyboard.press("Space");
    await tabTo(page, question(page, second).getByRole("radio").first());
    await page.keyboard.press("ArrowDown");
    await question(page, last).getByRole("radio").nth(2).check();
    await member.reads(member.t("ballot-forms:perOption.answered", { count: 3, of: MANY }));
    await expectGoodOnAPhone(page);
    await review(member);
    await member.reads(member.t("ballot-forms:perOption.said.none", { count: MANY - 3 }));
    await cast(member);
    expect(await contentOf("member-fr", decisionId)).toEqual({
      kind: "per-option",
      choices: { [first]: "for", [second]: "against", [last]: "abstain" },
    });
  });

  it("grades", async () => {
    const decisionId = await open({ method: "majority-judgment" });
    const member = await stage.newPersonPage("member-fr");
    const { page } = member;
    await member.goTo(`/decisions/${decisionId}`);
    const [first = "", second = ""] = orderOf("member-fr", decisionId);
    await tabTo(page, question(page, first).getByRole("radio", { checked: true }));
    await page.keyboard.press("ArrowDown");
    await question(page, second)
      .getByRole("radio", { name: member.t("ballot-forms:grade.names.3"), exact: true })
      .check();
    await member.reads(member.t("ballot-forms:grade.graded", { count: 2, of: MANY }));
    await expectGoodOnAPhone(page);
    await review(member);
    await cast(member);
    // From the last answer, "no opinion", an arrow goes round to the first, the best grade.
    expect(await contentOf("member-fr", decisionId)).toEqual({
      kind: "grade",
      grades: { [first]: 5, [second]: 3 },
    });
  });

  it("ranks with buttons, by keyboard alone", async () => {
    const decisionId = await open({ method: "schulze" });
    const member = await stage.newPersonPage("member-fr");
    const { page } = member;
    await member.goTo(`/decisions/${decisionId}`);
    const [a = "", b = "", c = "", d = ""] = orderOf("member-fr", decisionId);
    const act = (name: string, id: string, place?: number) =>
      page.getByRole("button", {
        name: member.t(`ballot-forms:rank.acts.${name}`, { name: named(id), place }),
        exact: true,
      });
    await tabTo(page, act("add", a, 1));
    // The focus goes on to the next option that is not ranked.
    for (let added = 0; added < 4; added += 1) await page.keyboard.press("Enter");
    await member.reads(member.t("ballot-forms:rank.ranked", { count: 4, of: MANY }));
    await tabTo(page, act("up", d), { back: true });
    // The focus stays on the button, wherever its row goes: up, up, down again.
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await tabTo(page, act("level", c));
    await page.keyboard.press("Enter");
    await expectGoodOnAPhone(page);
    await review(member);
    await expectGoodOnAPhone(page);
    await member.button("decisions:review.back").click();
    await act("remove", a).click();
    await review(member);
    await cast(member);
    expect(await contentOf("member-fr", decisionId)).toEqual({
      kind: "rank",
      ranks: [[b], [c, d].toSorted()],
    });
  });

  it("ranks by dragging", async () => {
    const decisionId = await open({ method: "stv", rule: { seats: 2 } });
    const member = await stage.newPersonPage("member-fr", { device: "desk" });
    const { page } = member;
    await member.goTo(`/decisions/${decisionId}`);
    const order = orderOf("member-fr", decisionId).slice(0, 3);
    for (const id of order) {
      await page.locator(`[data-option="${id}"] [data-act=add]`).click();
    }
    const boxOf = async (id: string) => {
      const box = await page.locator(`[data-option="${id}"] .rank-handle`).boundingBox();
      if (!box) throw new Error(`no handle for ${id}`);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const [from, to] = [await boxOf(order[2] ?? ""), await boxOf(order[0] ?? "")];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y - 12, { steps: 12 });
    await page.mouse.up();
    await review(member);
    await cast(member);
    expect(await contentOf("member-fr", decisionId)).toEqual({
      kind: "rank",
      ranks: [order[2], order[0], order[1]].map((id) => [id]),
    });
  });
});

describe("without JavaScript", () => {
  it("says what is too much, and nothing that was ticked is lost", async () => {
    const decisionId = await open({
      method: "plurality-at-large",
      rule: { seats: 2 },
      maxChoices: 2,
    });
    const member = await stage.newPersonPage("member-nl", { js: false, expected: [/422/] });
    const { page } = member;
    await member.goTo(`/decisions/${decisionId}`);
    const order = orderOf("member-nl", decisionId);
    for (const at of [0, 1, 2]) await page.getByRole("checkbox").nth(at).check();
    await member.button("decisions:ballot.review").click();
    await member.reads(member.t("ballot-forms:wrong.title"));
    await member.button("decisions:review.toBallot").click();
    await page.getByRole("checkbox", { checked: true }).nth(2).waitFor();
    await page.getByRole("checkbox").nth(1).uncheck();
    await review(member);
    await cast(member);
    expect(await contentOf("member-nl", decisionId)).toEqual({
      kind: "approve",
      options: [order[0], order[2]].toSorted(),
    });
  });

  it("ranks by numbers", async () => {
    const decisionId = await open({ method: "schulze" });
    const member = await stage.newPersonPage("member-nl", { js: false });
    const { page } = member;
    await member.goTo(`/decisions/${decisionId}`);
    const [a = "", b = "", c = ""] = orderOf("member-nl", decisionId);
    const place = (id: string) => page.getByLabel(named(id), { exact: true });
    await place(a).selectOption("5");
    await place(b).selectOption("2");
    await place(c).selectOption("2");
    await review(member);
    await cast(member);
    expect(await contentOf("member-nl", decisionId)).toEqual({
      kind: "rank",
      ranks: [[b, c].toSorted(), [a]],
    });
  });

  it("takes a blank ballot, said plainly", async () => {
    const decisionId = await open({ method: "majority-judgment" });
    const member = await stage.newPersonPage("member-nl", { js: false });
    await member.goTo(`/decisions/${decisionId}`);
    await review(member);
    await member.reads(member.t("ballot-forms:blank.title"));
    await cast(member);
    expect(await contentOf("member-nl", decisionId)).toEqual({ kind: "blank" });
  });
});
