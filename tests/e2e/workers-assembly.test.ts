import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { localTime } from "../../app/domain/kernel/local-time.ts";
import { persona } from "../../prisma/seed/personas.ts";
import { useStage } from "../support/browser.ts";
import { expectGoodOnAPhone } from "../support/phone.ts";
import { bookAndAnswer } from "../support/workers-line-book.ts";
import { debate } from "../support/workers-line-day.ts";
import * as said from "../support/workers-line-texts.ts";
import { adoptAndGrade } from "../support/workers-line-votes.ts";
import {
  actAs,
  answerTo,
  castFilledIn,
  castTogether,
  fillIn,
  IN_ONE_BATCH,
  phaseIs,
  proposalMadeBy,
  proposalOf,
  propose,
  registerNo,
  send,
  voteOf,
  workersOf,
} from "../support/workers-line.ts";

const stage = useStage();

const SURVEY = "/surveys/malades-ou-blesses";
const SLUG = "assemblee-des-ateliers";
const LINE = `/workers-assembly/${SLUG}`;
const HOUR_MS = 3_600_000;

it("an answer to a survey becomes a demand, without whoever wrote it", async () => {
  const maelle = await stage.newPersonPage("member-fr");
  await maelle.goTo(SURVEY);
  await fillIn(maelle.page.locator("form.paper"), { q1: "o3", q2: "bruxelles", q3: said.SAID });
  await maelle.button("surveys:answer.send").click();
  await maelle.reads(maelle.t("surveys:standing.answered.title"));

  const ines = await stage.newPersonPage("moderator", { device: "desk" });
  await ines.goTo(`${SURVEY}/field`);
  await send(ines, "close-early", { reason: "L’assemblée est avancée d’une semaine." });
  await ines.reads(ines.t("surveys:done"));
  await ines.goTo(`${SURVEY}/sorting`);
  await ines.reads(said.SAID);
  await send(ines, "add-demand", { theme: "t3", text: said.DEMAND });
  await ines.reads(ines.t("surveys:done"));
  await ines.goTo(`${SURVEY}/field`);
  await send(ines, "publish");
  await ines.reads(ines.t("surveys:done"));

  const { body } = await answerTo(stage, "director", `${SURVEY}/results`);
  expect(body).toContain(said.DEMAND);
  expect(body).not.toContain(said.SAID);
  expect((await answerTo(stage, "director", `${SURVEY}/sorting`)).status).toBe(403);
});

it("workers begin their assembly, name who presides, and say how it will choose", async () => {
  const ines = await stage.newPersonPage("moderator");
  await ines.goTo("/workers-assembly/new");
  await send(ines, "begin", {
    campaign: "nos-conditions-de-travail",
    "title.fr": "Assemblée des ateliers",
    "title.nl": "Assemblee van de ateliers",
    place: "Gent",
    seats: "2",
  });
  await ines.page.waitForURL(`**${LINE}/organise**`);
  const offices = { "second-scrutineer": "chair", "third-scrutineer": "facilitator" };
  for (const [key, office] of Object.entries(offices)) {
    await send(ines, "name", { office, registerNo: await registerNo(stage, key) });
    await ines.reads(persona(key).name);
  }
  await expectGoodOnAPhone(ines.page);
  await ines.goTo(`${LINE}/ranking/plan`);
  await send(ines, "plan", {
    seal: "server",
    least: "1",
    most: "2",
    opensAt: localTime(new Date(Date.now() - HOUR_MS)),
    closesAt: localTime(new Date(Date.now() + HOUR_MS)),
  });
  await ines.reads(ines.t("surveys:done"));
});

it("two cities propose, and what is alike becomes one once its authors agree", async () => {
  const maelle = await stage.newPersonPage("member-fr");
  const { rows } = await stage.pool.query<{ id: string }>(
    "SELECT id FROM survey_demand WHERE text = $1",
    [said.DEMAND],
  );
  await maelle.goTo(`${LINE}/proposals/new?demand=${rows[0]!.id}`);
  await maelle.reads(said.DEMAND);
  await expectGoodOnAPhone(maelle.page);
  const paid = await propose(maelle, { ...said.FUND, ...said.PAID });

  const wannes = await stage.newPersonPage("member-nl", { js: false });
  await wannes.goTo(`${LINE}/proposals/new`);
  await propose(wannes, { kind: "action", theme: "t2", city: "gent", ...said.SITES });

  // What is alike is shown before it counts.
  const [other = "", third = ""] = await workersOf(stage, "bruxelles", 2);
  const colleague = await stage.newMemberPage(other, { expected: [/422/] });
  await colleague.goTo(`${LINE}/proposals/new`);
  await send(colleague, "proposal.propose", { ...said.FUND, ...said.ALIKE });
  await colleague.button("workers-assembly:propose.anyway").click();
  const alike = await proposalMadeBy(colleague);
  const [fourth = ""] = await workersOf(stage, "gent", 1);
  const pay = { slug: SLUG, kind: "demand", theme: "t1", workshop: "" } as const;
  const inFrench = { city: "bruxelles", language: "fr" } as const;
  await actAs(stage, third, "proposal.propose", { ...pay, ...inFrench, ...said.SCALE });
  const inDutch = { city: "gent", language: "nl" } as const;
  await actAs(stage, fourth, "proposal.propose", { ...pay, ...inDutch, ...said.SET_UP });

  const ines = await stage.newPersonPage("moderator", { device: "desk" });
  await ines.goTo(`${LINE}/proposals/coordinate`);
  await ines.page.waitForLoadState("networkidle");
  await send(ines, "proposal.compare");
  await ines.reads(ines.t("workers-assembly:pairs.title", { count: 1 }));
  const write = ines.t("workers-assembly:merge.write");
  await ines.page.getByRole("link", { name: write, exact: true }).click();
  await send(ines, "proposal.offer-merge", { kind: "demand", theme: "t3", ...said.TOGETHER });
  await ines.reads(ines.t("workers-assembly:merge.waiting", { count: 1 }));
  await maelle.goTo(`${LINE}/proposals/${paid}`);
  await maelle.button("workers-assembly:merge.agree").click();
  await maelle.reads(maelle.t("workers-assembly:merge.youAgreed"));
  await colleague.goTo(`${LINE}/proposals/${alike}`);
  await colleague.button("workers-assembly:merge.agree").click();
  await colleague.page.getByRole("link", { name: said.TOGETHER.sentence }).click();
  await colleague.reads(colleague.t("workers-assembly:proposal.authors", { count: 2 }));
  await colleague.reads(said.DEMAND);
  await expectGoodOnAPhone(colleague.page);
});

it("texts are written by one and reviewed by another, and the list is frozen", async () => {
  const { id } = await proposalOf(stage, said.TOGETHER.sentence);
  const femke = await stage.newPersonPage("second-moderator");
  await femke.goTo(`${LINE}/proposals/${id}`);
  await send(femke, "proposal.translate", said.IN_DUTCH, '[name="language"][value="nl"]');
  await femke.reads(femke.t("workers-assembly:texts.own"));
  const ines = await stage.newPersonPage("moderator", { device: "desk" });
  await ines.goTo(`${LINE}/proposals/${id}`);
  await send(ines, "proposal.review");
  await ines.reads(ines.t("workers-assembly:texts.state.reviewed"));
  for (const [{ sentence }, language] of [
    [said.SITES, "fr"],
    [said.SCALE, "nl"],
    [said.SET_UP, "fr"],
  ] as const) {
    const words = language === "fr" ? "Les mêmes mots" : "Dezelfde woorden";
    const { id: proposalId } = await proposalOf(stage, sentence);
    const text = { proposalId, language, sentence: words, paragraph: words };
    await stage.act("second-moderator", "proposal.translate", { ...text, revision: 0 });
    await stage.act("moderator", "proposal.review", text);
  }
  await ines.goTo(`${LINE}/proposals/coordinate`);
  await ines.page.waitForLoadState("networkidle");
  await send(ines, "proposal.freeze");
  const hash = ines.page.locator("main details code").first();
  await hash.waitFor({ state: "attached" });
  const { body } = await answerTo(stage, "member-nl", `${LINE}/list.txt`);
  expect(await hash.textContent()).toBe(createHash("sha256").update(body, "utf8").digest("hex"));

  await ines.goTo(`${LINE}/ranking/plan`);
  await send(ines, "draw-up");
  await ines.reads(ines.t("workers-ranking:plan.after"));
});

it("everybody votes for what to debate, and reads alone what became of their picks", async () => {
  const vote = await voteOf(stage, SLUG, "ranking");
  await phaseIs(stage, vote.id, "open");
  const [{ option: fund }, { option: sites }, { option: scale }] = [
    await proposalOf(stage, said.TOGETHER.sentence),
    await proposalOf(stage, said.SITES.sentence),
    await proposalOf(stage, said.SCALE.sentence),
  ];
  // Read at home, voted on the way.
  const home = await stage.newPersonPage("member-fr", { device: "desk" });
  await home.goTo(`${LINE}/ranking`);
  for (const one of [fund, scale]) await home.page.locator(`[name="keep-${one}"]`).check();
  await home.page.getByText(home.t("workers-ranking:short.hand"), { exact: true }).click();
  const link = home.page.getByRole("textbox", { name: home.t("workers-ranking:short.link") });
  const maelle = await stage.newPersonPage("member-fr");
  await maelle.page.goto(await link.inputValue());
  await maelle.reads(maelle.t("workers-ranking:short.came", { count: 2 }));
  await expectGoodOnAPhone(maelle.page);
  const withPicks = maelle.t("workers-ranking:act.ballotWith", { count: 2 });
  await maelle.page.getByRole("link", { name: withPicks }).first().click();
  const [plainId = "", ...others] = await workersOf(stage, "antwerpen", IN_ONE_BATCH);
  await castTogether(stage, vote, others, (at) => ({
    kind: "approve",
    options: [at < 5 ? fund : sites],
  }));
  await maelle.page.locator(`[name="approve"][value="${fund}"]:checked`).waitFor();
  await castFilledIn(maelle);

  const plain = await stage.newMemberPage(plainId, { js: false, language: "nl" });
  await plain.goTo(`${LINE}/ranking`);
  const toBallot = plain.t("workers-ranking:act.ballot");
  await plain.page.getByRole("link", { name: toBallot, exact: true }).first().click();
  await plain.page.locator(`[name="approve"][value="${sites}"]`).check();
  await castFilledIn(plain);

  // The management looks on, and not while a vote is open.
  expect((await answerTo(stage, "director", `/live-session/${vote.session}`)).status).toBe(403);
  expect((await answerTo(stage, "director", `/decisions/${vote.id}`)).status).toBe(404);

  const reason = "Toutes les équipes ont voté.";
  await stage.act("second-scrutineer", "decision.close", { decisionId: vote.id, reason });
  await phaseIs(stage, vote.id, "counted");
  const chair = await stage.newPersonPage("second-scrutineer");
  await chair.goTo(`${LINE}/ranking/plan`);
  await send(chair, "publish");
  await chair.reads(chair.t("surveys:done"));
  await maelle.goTo(`${LINE}/ranking/result`);
  await maelle.page.locator(`#${fund}`).first().waitFor();
  await maelle.reads(maelle.t("workers-ranking:result.others", { count: 2 }));
  await expectGoodOnAPhone(maelle.page);
  await maelle.goTo(`${LINE}/ranking/mine`);
  await maelle.reads(maelle.t("workers-ranking:mine.chosen", { count: 1 }));
});

it("a text is amended before everybody’s eyes, and an objection stays as dissent", async () => {
  await debate(
    stage,
    SLUG,
    await proposalOf(stage, said.TOGETHER.sentence),
    await proposalOf(stage, said.SITES.sentence),
  );
});

it("the assembly adopts its demands and grades them, in secret", async () => {
  const voters = await workersOf(stage, "antwerpen", IN_ONE_BATCH - 1);
  await adoptAndGrade(stage, SLUG, voters, {
    fund: (await proposalOf(stage, said.TOGETHER.sentence)).option.toLowerCase(),
    sites: (await proposalOf(stage, said.SITES.sentence)).option.toLowerCase(),
  });
});

it("the book goes to the board, which answers; whoever asked is told, and nobody else", async () => {
  await bookAndAnswer(stage, SLUG);
});
