import { beforeAll, expect, it } from "vitest";
import { ASSEMBLY } from "../../prisma/seed/assembly-ids.ts";
import { expectNoAxeViolations } from "../support/axe.ts";
import { useStage, type Visitor } from "../support/browser.ts";

const stage = useStage();
const QUESTION = "Qui choisit les ateliers de l’an prochain ?";
const NAMELESS = "Pourquoi la charge de travail n’est-elle jamais mesurée ?";
const REFUSED = "Le bureau de Mons ouvrira-t-il aussi le vendredi ?";

const session = (place = "") => `/live-session/${stage.slug}${place}`;
const form = ({ page }: Visitor) => page.locator("#write");

function card({ page }: Visitor, words: string, list: "question" | "mine" = "question") {
  return page.locator(`[id^="${list}-"]`, { hasText: words });
}

async function write(member: Visitor, words: string, level: "shown" | "hidden" | "unstored") {
  await member.unfold("write");
  await form(member).getByLabel(member.t("live-session:write.text")).fill(words);
  await form(member)
    .getByLabel(member.t(`questions:name.${level}.label`))
    .check();
  await member.button("live-session:write.send").click();
}

async function idOf(words: string): Promise<string> {
  const { rows } = await stage.pool.query<{ id: string }>(
    "SELECT id FROM question WHERE text = $1",
    [words],
  );
  return rows[0]?.id ?? "";
}

async function publish(words: string): Promise<void> {
  await stage.act("moderator", "question.publish", { questionId: await idOf(words) });
}

beforeAll(() => stage.bringSessionTo(4));

it("collects in silence, gives everybody one burst, and says why a question is next", async () => {
  const chair = await stage.newPersonPage("chair", { device: "desk" });
  const asker = await stage.newPersonPage("member-fr");
  const reader = await stage.newPersonPage("member-nl");
  await Promise.all([chair.goTo(session("/chair")), asker.goTo(session()), reader.goTo(session())]);
  await write(asker, QUESTION, "hidden");
  await card(asker, QUESTION, "mine").waitFor();

  // Without scripts, and without a name: nobody is noted as having asked it.
  const nameless = await stage.newPersonPage("representative", { js: false });
  await nameless.goTo(session());
  await write(nameless, NAMELESS, "unstored");
  await nameless.reads(nameless.t("questions:round.collect"));
  const { rows } = await stage.pool.query("SELECT author_id FROM question WHERE text = $1", [
    NAMELESS,
  ]);
  expect(rows).toEqual([{ author_id: null }]);

  await publish(QUESTION);
  await publish(NAMELESS);
  await reader.reads(reader.t("questions:round.silent", { count: 2 }));
  expect(await card(reader, QUESTION).count(), "before the burst").toBe(0);

  await chair.confirm("questions:chair.to.burst", "questions:chair.burstConfirm");
  await reader.page.getByText(reader.t("questions:burst.title"), { exact: true }).waitFor();
  await card(reader, QUESTION).locator("button[aria-pressed=false]").click();
  await card(reader, QUESTION).locator("button[aria-pressed=true]").waitFor();
  const count = reader.t("live-session:question.supports", { count: 1 });
  expect(await card(reader, QUESTION).getByText(count).count(), "during the burst").toBe(0);
  await expectNoAxeViolations(reader.page);
  await expectNoAxeViolations(chair.page);

  await stage.pool.query("UPDATE question_round SET ends_at = now()");
  await card(reader, QUESTION).getByText(count, { exact: true }).waitFor();
  await chair.confirm("questions:chair.draw", "questions:chair.drawConfirm");
  await asker.reads(asker.t("questions:why.first", { count: 1 }));
  await expectNoAxeViolations(asker.page);
});

it("lets an asker appeal to somebody who had no hand in it", async () => {
  await stage.act("chair", "questions.stage", {
    assemblyId: stage.assemblyId,
    from: "shown",
    next: "collect",
  });
  const asker = await stage.newPersonPage("member-fr");
  await asker.goTo(session());
  await write(asker, REFUSED, "shown");
  await card(asker, REFUSED, "mine").waitFor();
  await stage.act("moderator", "question.refuse", {
    questionId: await idOf(REFUSED),
    reason: "off-topic",
    note: "",
  });
  const mine = card(asker, REFUSED, "mine");
  await mine.getByText(asker.t("questions:appeal.open.refused"), { exact: true }).click();
  await mine.getByLabel(asker.t("questions:appeal.words")).fill("Le point 4 parle des bureaux.");
  await mine.getByRole("button", { name: asker.t("questions:appeal.send") }).click();
  await mine.getByText(asker.t("questions:appeal.waits")).waitFor();

  const partial = await stage.newPersonPage("moderator");
  await partial.goTo(session("/appeals"));
  await partial.reads(partial.t("questions:appeals.partial"));
  await expectNoAxeViolations(partial.page);
  const judge = await stage.newPersonPage("scrutineer", { js: false });
  await judge.goTo(session("/appeals"));
  await judge.page.getByLabel(judge.t("questions:appeals.upheld.label")).check();
  await judge.page.getByLabel(judge.t("questions:appeals.because")).fill("Ze hoort bij punt 4.");
  await judge.button("questions:appeals.send").click();
  await judge.reads(judge.t("questions:appeals.outcome.upheld"));
  await mine.getByText(asker.t("questions:appeal.upheld")).waitFor();
});

it("answers for all of it in public, and to those who watch over it", async () => {
  const visitor = await stage.newPersonPage(null);
  const { rows } = await stage.pool.query<{ slug: string }>(
    "SELECT slug FROM assembly WHERE id = $1",
    [ASSEMBLY.of2024],
  );
  await visitor.goTo(`/assembly/${rows[0]?.slug ?? ""}/answers`);
  await visitor.reads(visitor.t("questions:answers.late", { count: 1 }));
  await expectNoAxeViolations(visitor.page);
  await visitor.goTo(`/assembly/${stage.slug}/questions`);
  await visitor.reads(visitor.t("questions:account.slot", { number: 1 }));
  await expectNoAxeViolations(visitor.page);

  const moderator = await stage.newPersonPage("moderator");
  await moderator.goTo(session("/journal"));
  await moderator.reads(moderator.t("questions:journal.reasons.appeal-upheld"));
  await expectNoAxeViolations(moderator.page);
  await moderator.goTo(session("/gather"));
  await moderator.page.getByLabel(moderator.t("questions:gather.text")).fill("Et à Liège, quand ?");
  await moderator.button("questions:gather.send").click();
  await moderator.reads(moderator.t("questions:gather.kept", { count: 1 }));
  await expectNoAxeViolations(moderator.page);
});
