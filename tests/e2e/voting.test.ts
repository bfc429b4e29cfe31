import type { Locator } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { persona } from "../../prisma/seed/personas.ts";
import { useStage, type Visitor } from "../support/browser.ts";
import { tabTo } from "../support/keyboard.ts";

const stage = useStage();
const session = () => `/live-session/${stage.slug}`;

beforeAll(async () => {
  await stage.chooseQuestions("simple");
  await stage.bringSessionTo(4);
});

/** The one ballot of a person, as it is kept. */
async function ballotOf(personaKey: string, decisionId: string) {
  const { rows } = await stage.pool.query(
    "SELECT option_id, revision FROM ballot WHERE decision_id = $1 AND elector_id = $2",
    [decisionId, persona(personaKey).personId],
  );
  return rows as { option_id: string; revision: number }[];
}

async function review(member: Visitor, decisionId: string, option: string): Promise<void> {
  await member.goTo(`/decisions/${decisionId}`);
  await choice(member, option).check();
  await member.button("decisions:ballot.review").click();
  await member.reads(member.t("decisions:review.question"));
}

function choice(member: Visitor, option: string) {
  const name = member.t(`decisions:options.${option}`);
  return member.page.getByRole("radio", { name, exact: true });
}

it("leaves the chair where they were after every act", async () => {
  await stage.bringSessionTo(1);
  const chair = await stage.newPersonPage("chair", { device: "desk" });
  await chair.goTo(`${session()}/chair`);
  for (const position of [2, 3, 4]) {
    const heading = chair.t("live-session:chair.go.title", { position });
    await chair.reads(heading);
    await tabTo(chair.page, chair.page.locator(".next-act button"));
    await chair.page.keyboard.press("Enter");
    await chair.page.getByRole("heading", { name: heading }).waitFor({ state: "detached" });
    const place = chair.page.locator(".next-act:focus, .next-act :focus");
    await place.waitFor();
  }
});

it("asks, supports and votes without JavaScript", async () => {
  const member = await stage.newPersonPage("member-fr", { js: false });
  await member.goTo(session());
  await member.button("live-session:presence.enter").click();
  await member.reads(member.t("live-session:presence.inside"));

  const question = "Où lire les comptes détaillés ?";
  await member.unfold("write");
  const text = member.page.locator("#write").getByLabel(member.t("live-session:write.text"));
  await text.fill(question);
  await member.button("live-session:write.send").click();
  await member.page.locator('[id^="mine-"]', { hasText: question }).waitFor();
  const { rows } = await stage.pool.query<{ id: string }>(
    "SELECT id FROM question WHERE text = $1",
    [question],
  );
  const questionId = rows[0]?.id ?? "";
  await stage.act("moderator", "question.publish", { questionId });

  const other = await stage.newPersonPage("member-nl", { js: false });
  await other.goTo(session());
  const card = other.page.locator(`#question-${questionId}`);
  for (const [press, count] of [
    ["support", 1],
    ["supporting", 0],
  ] as const) {
    await card.getByRole("button", { name: other.t(`live-session:list.${press}`) }).click();
    await card.getByText(other.t("live-session:question.supports", { count })).waitFor();
  }

  const decisionId = await stage.openVote(1);
  await member.goTo(session());
  await member.page.getByRole("link", { name: member.t("live-session:vote.go") }).click();
  await choice(member, "against").check();
  await member.button("decisions:ballot.review").click();
  await member.button("decisions:review.back").click();
  expect(await choice(member, "against").isChecked(), "back from the review").toBe(true);
  await choice(member, "abstain").check();
  await member.button("decisions:ballot.review").click();
  await member.button("decisions:review.cast").click();
  await member.reads(member.t("decisions:receipt.recorded"));
  expect(await ballotOf("member-fr", decisionId)).toEqual([{ option_id: "abstain", revision: 1 }]);
});

it("casts once, however often the button is pressed", async () => {
  const decisionId = await stage.openVote(2);
  const live = await stage.newPersonPage("member-fr");
  await review(live, decisionId, "for");
  await live.button("decisions:review.cast").dblclick();
  await live.reads(live.t("decisions:receipt.recorded"));
  await live.reads(live.t("decisions:receipt.revisionFirst"));
  expect(await ballotOf("member-fr", decisionId)).toEqual([{ option_id: "for", revision: 1 }]);

  const plain = await stage.newPersonPage("member-nl", { js: false });
  await review(plain, decisionId, "against");
  const hidden = plain.page.locator("form", { has: plain.button("decisions:review.cast") });
  const fields = await hidden
    .locator("input[type=hidden]")
    .evaluateAll((inputs) =>
      inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]),
    );
  const post = () =>
    plain.page.request.post(`/decisions/${decisionId}/review`, {
      form: Object.fromEntries(fields) as Record<string, string>,
      headers: { origin: stage.url },
    });
  const answers = await Promise.all([post(), post(), post()]);
  expect(answers.map((answer) => answer.url())).toEqual(
    Array<string>(3).fill(`${stage.url}/decisions/${decisionId}/receipt`),
  );
  expect(await ballotOf("member-nl", decisionId)).toEqual([{ option_id: "against", revision: 1 }]);
});

it("changes a vote until the close, and the last one counts", async () => {
  const decisionId = await stage.openVote(3);
  const member = await stage.newPersonPage("member-fr");
  await review(member, decisionId, "for");
  await member.button("decisions:review.cast").click();
  await member.reads(member.t("decisions:receipt.recorded"));
  await member.goTo(`/decisions/${decisionId}`);
  await member.page.locator("summary", { hasText: member.t("decisions:states.change") }).click();
  await choice(member, "against").check();
  await member.button("decisions:ballot.review").click();
  await member.button("decisions:review.castAgain").click();
  await member.reads(member.t("decisions:receipt.revisionNth", { number: 2 }));
  expect(await ballotOf("member-fr", decisionId)).toEqual([{ option_id: "against", revision: 2 }]);
});

it("votes for oneself, then for the organisation one represents", async () => {
  const decisionId = await stage.openVote(5, "Les statuts ont été relus sur l’acte.");
  const member = await stage.newPersonPage("representative");
  await review(member, decisionId, "for");
  await member.button("decisions:review.cast").click();
  await member.reads(member.t("decisions:receipt.recorded"));
  await member.page.getByRole("link", { name: member.t("decisions:receipt.next") }).click();
  await choice(member, "against").check();
  await member.button("decisions:ballot.review").click();
  await member.button("decisions:review.cast").click();
  await member.page.locator(".receipt").nth(1).waitFor();
  const { rows } = await stage.pool.query(
    `SELECT person.kind, option_id FROM ballot JOIN person ON person.id = ballot.elector_id
     WHERE decision_id = $1 ORDER BY cast_at`,
    [decisionId],
  );
  expect(rows).toEqual([
    { kind: "natural", option_id: "for" },
    { kind: "legal", option_id: "against" },
  ]);
});

it("needs nothing but a keyboard, and never loses its place", async () => {
  const decisionId = await stage.openVote(4);
  const { questionId } = await stage.act("member-fr", "question.write", {
    assemblyId: stage.assemblyId,
    kind: "open",
    language: "fr",
    text: "Qui anime les formations ?",
    nameHidden: false,
  });
  await stage.act("moderator", "question.publish", { questionId });
  const { page, ...member } = await stage.newPersonPage("member-nl", { device: "desk" });
  const focused = page.locator(":focus");
  const press = async (key: string, control: Locator, back = false) => {
    await tabTo(page, control, { back });
    await page.keyboard.press(key);
  };
  await member.goTo(session());
  await page.keyboard.press("Tab");
  expect(await focused.innerText()).toBe(member.t("shell.skip"));
  await page.keyboard.press("Enter");
  await press("Enter", member.button("live-session:presence.enter"));
  await member.reads(member.t("live-session:presence.inside"));
  await press("Space", page.locator(`#question-${questionId} button[aria-pressed]`));
  await page.locator(`#question-${questionId} button[aria-pressed=true]`).waitFor();
  expect(await focused.getAttribute("aria-pressed"), "after supporting").toBe("true");

  await press("Enter", page.locator(`a[href="/decisions/${decisionId}"]`).first(), true);
  await page.locator(".ballot-form").waitFor();
  expect(await focused.evaluate((element) => element.tagName), "on a new page").toBe("H1");
  await press("Space", page.getByRole("radio").first());
  await page.keyboard.press("ArrowDown");
  await press("Enter", member.button("decisions:ballot.review"));
  await press("Enter", member.button("decisions:review.cast"));
  await member.reads(member.t("decisions:receipt.recorded"));
  expect(await focused.innerText()).toBe(member.t("decisions:receipt.recorded"));
  expect(await ballotOf("member-nl", decisionId)).toMatchObject([{ option_id: "against" }]);
});
