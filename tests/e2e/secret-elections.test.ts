import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BallotContent, encodeBallot } from "../../app/domain/decisions/ballot.ts";
import { recount } from "../../app/domain/decisions/secret/recount.ts";
import type { AnyReport } from "../../app/domain/decisions/registry.ts";
import { expectNoAxeViolations } from "../support/axe.ts";
import { useStage, type Visitor } from "../support/browser.ts";
import { signIn } from "../support/electors.ts";
import { bringCompany } from "../support/latecomers.ts";
import { httpBallotBox } from "../support/secret-elector.ts";
import {
  createShapedDecision,
  optionId,
  optionLabel,
  orderFor,
} from "../support/shaped-decisions.ts";
import { StubbornElector } from "../support/stubborn-elector.ts";

const stage = useStage();
const OPTIONS = 5;
const folder = mkdtempSync(join(tmpdir(), "palabre-elections-"));
const elections = { candidates: "", ranking: "", tied: "" };

beforeAll(async () => {
  const create = (method: "per-candidate" | "schulze" | "approval", rule: object = {}) =>
    createShapedDecision(stage.pool, stage.assemblyId, {
      method,
      rule: { ...rule },
      options: OPTIONS,
      secret: true,
    });
  elections.candidates = await create("per-candidate", { seats: 2 });
  elections.ranking = await create("schulze");
  elections.tied = await create("approval", { seats: 1 });
  await stage.bringSessionTo(1);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The job process makes the keys of every urn within seconds. */
async function urnIsReady(decisionId: string): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await stage.pool.query<{ stage: string }>(
        "SELECT stage FROM urn WHERE decision_id = $1",
        [decisionId],
      );
      return rows[0]?.stage;
    })
    .toBe("ready");
}

const openVote = (decisionId: string) =>
  stage.act("chair", "decision.open", { decisionId, overrideReason: "Pour l’essai." });

async function closeAndCount(decisionId: string): Promise<void> {
  await stage.act("chair", "decision.close", { decisionId, reason: "Essai" });
  await expect
    .poll(async () => {
      const { rows } = await stage.pool.query<{ phase: string }>(
        "SELECT phase FROM decision WHERE id = $1",
        [decisionId],
      );
      return rows[0]?.phase;
    })
    .toBe("counted");
}

/** People on the roll whom nothing else in these tests is about. */
async function people(count: number) {
  const { rows } = await stage.pool.query<{ id: string; register_no: string }>(
    `SELECT p.id, p.register_no FROM roll_entry r JOIN person p ON p.id = r.person_id
     WHERE r.assembly_id = $1 AND p.kind = 'natural' AND p.register_no IS NOT NULL
     ORDER BY p.id DESC LIMIT $2`,
    [stage.assemblyId, count],
  );
  return rows;
}

/** Without the spaces that French writes: what a terminal and a page say is compared. */
const plain = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();

/** The command, in French; ends with 0 where no check failed. */
function recountByCommand(text: string): string {
  const file = join(folder, "bundle.json");
  writeFileSync(file, text);
  const { status, stdout } = spawnSync("npm", ["run", "-s", "recount", "--", file], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "fr_BE.UTF-8" },
  });
  expect(status).toBe(0);
  return plain(stdout);
}

async function recountInBrowser(visitor: Visitor, decisionId: string): Promise<void> {
  await visitor.goTo(`/recount?decision=${decisionId}`);
  await visitor.page.waitForLoadState("networkidle");
  await visitor.button("recount:fetch").click();
  await visitor.reads(visitor.t("recount:outcome.open"));
}

const bundleOf = async (decisionId: string) =>
  (await fetch(`${stage.url}/decisions/${decisionId}/bundle.json`)).text();

describe("slips and helped votes of elections", () => {
  const tabTitle = (decisionId: string) =>
    `Choisir par ${decisionId === elections.ranking ? "schulze" : "per-candidate"}`;
  const paperPath = (query = "") => `/live-session/${stage.slug}/paper${query}`;
  const both = () => [elections.candidates, elections.ranking];

  /** Votes with somebody at the desk, once their ballot came with those of other latecomers. */
  async function begin(desk: Visitor, registerNo: string, decisionId: string): Promise<void> {
    await desk.goTo(paperPath(`?q=${registerNo}`));
    await desk.page.getByRole("link", { name: tabTitle(decisionId) }).click();
    await desk.page.locator(".decision-meaning + *").first().waitFor();
    await desk.page.locator("#begin ~ button").click();
  }

  async function finish(desk: Visitor): Promise<void> {
    await desk.button("decisions:ballot.review").click();
    await desk.button("urns:assisted.castButton").click();
    await desk.reads(desk.t("urns:assisted.cast.title"));
  }

  /** The part of the paper desk that is about this vote. */
  const section = (reader: Visitor, decisionId: string) =>
    reader.page
      .locator("section")
      .filter({ has: reader.page.getByRole("heading", { name: tabTitle(decisionId), level: 2 }) });

  async function enterSlip(
    reader: Visitor,
    { decisionId, slip }: { decisionId: string; slip: number },
    fill: (form: Locator) => Promise<void>,
  ): Promise<void> {
    const form = section(reader, decisionId).locator(".paper-slip");
    await form.getByRole("spinbutton").first().fill(String(slip));
    await fill(form);
    const noted = reader.page.waitForResponse(
      (response) => response.request().method() === "GET" && response.url().includes("/paper"),
    );
    await form
      .getByRole("button", { name: reader.t("urns:paper.slip.enter"), exact: true })
      .click();
    await noted;
  }

  const stances = (reader: Visitor, said: Record<number, string>) => async (form: Locator) => {
    for (const [at, stance] of Object.entries(said)) {
      await form
        .getByRole("group", { name: optionLabel(Number(at)), exact: true })
        .getByRole("radio", { name: reader.t(`decisions:options.${stance}`), exact: true })
        .check();
    }
  };

  const ranks = (places: number[]) => async (form: Locator) => {
    for (const at of places) {
      await form.locator(`[data-option="${optionId(at)}"] [data-act=add]`).click();
    }
  };

  it("helps in the elector's own order, reads slips twice, and announces what it counted", async () => {
    for (const decisionId of both()) await urnIsReady(decisionId);
    const [onPaper, helped] = await people(2);
    if (!onPaper || !helped) throw new Error("nobody to vote");
    const desk = await stage.newPersonPage("desk", { device: "desk" });
    await desk.goTo(paperPath(`?q=${onPaper.register_no}`));
    for (const decisionId of both()) {
      await desk.page
        .locator(".paper-mark", { hasText: tabTitle(decisionId) })
        .getByRole("button")
        .click();
      await desk.page
        .locator(".paper-mark", { hasText: tabTitle(decisionId) })
        .getByText(desk.t("urns:paper.mark.paper"), { exact: true })
        .waitFor();
    }
    for (const decisionId of both()) await openVote(decisionId);

    const other = await desk.otherTab();
    await begin(desk, helped.register_no, elections.candidates);
    await begin(other, helped.register_no, elections.ranking);
    for (const decisionId of both()) await bringCompany(stage, decisionId);
    const groups = desk.page.locator(".option-question legend");
    await groups.first().waitFor();
    const inTheirOrder = orderFor(helped.id, elections.candidates, OPTIONS).map((id) =>
      optionLabel(Number(id.slice(2))),
    );
    // A page keeps a colon with the word before it.
    const shown = (await groups.allTextContents()).map((text) => text.replaceAll("\u00a0", " "));
    expect(shown).toEqual(inTheirOrder);
    await expectNoAxeViolations(desk.page);
    await stances(desk, { 1: "for", 2: "for", 3: "against" })(desk.page.locator(".ballot-form"));
    await finish(desk);

    const rows = other.page.locator(".rank-row-rest");
    await rows.first().waitFor();
    expect(
      await rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset["option"])),
    ).toEqual(orderFor(helped.id, elections.ranking, OPTIONS));
    await ranks([4, 2])(other.page.locator(".ballot-form"));
    await finish(other);

    const secretary = await stage.newPersonPage("secretary");
    for (const reader of [desk, secretary]) {
      await reader.goTo(paperPath());
      await reader.page.waitForLoadState("networkidle");
      const slip = (decisionId: string) => ({ decisionId, slip: 1 });
      await enterSlip(
        reader,
        slip(elections.candidates),
        stances(reader, { 1: "for", 5: "abstain" }),
      );
      await enterSlip(reader, slip(elections.ranking), ranks([2, 4, 1]));
    }
    // The secretary misread a rank; entered anew, the slip takes the place of the one before.
    await enterSlip(secretary, { decisionId: elections.ranking, slip: 1 }, ranks([2, 1]));
    await secretary.reads(secretary.t("urns:paper.differ.title"));
    await enterSlip(secretary, { decisionId: elections.ranking, slip: 1 }, ranks([2, 4, 1]));
    await expectNoAxeViolations(secretary.page);
    for (const decisionId of both()) {
      const vote = section(secretary, decisionId);
      await vote.getByText(secretary.t("urns:paper.pour.summary"), { exact: true }).click();
      await vote
        .getByRole("button", { name: secretary.t("urns:paper.pour.confirm"), exact: true })
        .click();
      await vote.getByText(secretary.t("urns:paper.sheet.title")).waitFor();
    }

    for (const decisionId of both()) await closeAndCount(decisionId);
    const id = optionId;
    await expectOpened(elections.candidates, [
      { kind: "per-option", choices: { [id(1)]: "for", [id(2)]: "for", [id(3)]: "against" } },
      { kind: "per-option", choices: { [id(1)]: "for", [id(5)]: "abstain" } },
    ]);
    await expectOpened(elections.ranking, [
      { kind: "rank", ranks: [[id(4)], [id(2)]] },
      { kind: "rank", ranks: [[id(2)], [id(4)], [id(1)]] },
    ]);
    await announcedAlone();
  });

  async function expectOpened(decisionId: string, contents: BallotContent[]): Promise<void> {
    const { rows } = await stage.pool.query<{ content: string }>(
      "SELECT content FROM opened_ballot WHERE decision_id = $1",
      [decisionId],
    );
    expect(rows.map(({ content }) => content).toSorted()).toEqual(
      contents.map(encodeBallot).toSorted(),
    );
  }

  /** Two ballots of such detail are not published: the recount tells what was announced, as such. */
  async function announcedAlone(): Promise<void> {
    const decisionId = elections.candidates;
    await stage.act("chair", "decision.publish", { decisionId });
    const visitor = await stage.newPersonPage(null);
    await recountInBrowser(visitor, decisionId);
    await visitor.reads(visitor.t("recount:announced.title"));
    await visitor.reads(optionLabel(2));
    await expectNoAxeViolations(visitor.page);
    const said = recountByCommand(await bundleOf(decisionId));
    expect(said).toContain(plain(visitor.t("recount:announced.title")));
    expect(said).toContain(`1. ${optionLabel(1)}`);
  }
});

describe("an election that a public lot settles", () => {
  const SEED = "17 4 33 8 21 40";
  const SAYS = [1, 2].flatMap((at) => Array<number>(50).fill(at)).concat(3, 3, 4);

  async function castAll(decisionId: string): Promise<void> {
    await urnIsReady(decisionId);
    const signedIn = await signIn(
      stage.pool,
      (await people(SAYS.length + 2)).slice(2).map(({ id }) => id),
    );
    const urns = await httpBallotBox(stage.url, "").keys(stage.assemblyId);
    const urn = urns.find((one) => one.decisionId === decisionId);
    if (!urn) throw new Error("no urn");
    const electors = signedIn.map(
      ({ personId, cookie }) => new StubbornElector(stage.url, personId, cookie),
    );
    await Promise.all(electors.map((elector) => elector.prepare(urn)));
    await Promise.all(electors.map((elector) => elector.takeCredential(decisionId)));
    await openVote(decisionId);
    const cast = (elector: StubbornElector, at: number) =>
      elector.cast(decisionId, { kind: "approve", options: [optionId(SAYS[at] ?? 1)] });
    const answers = await Promise.all(electors.map(cast));
    expect(answers.every(({ ok }) => ok)).toBe(true);
  }

  it("is recounted by command and in the browser as it was published", async () => {
    const decisionId = elections.tied;
    await castAll(decisionId);
    await closeAndCount(decisionId);
    await stage.act("chair", "decision.draw-lot", { decisionId, seed: SEED });
    await stage.act("chair", "decision.publish", { decisionId });

    const text = await bundleOf(decisionId);
    const counted = await recount(text);
    if (!counted.ok) throw new Error(counted.problem.code);
    const { report, checks, summary } = counted.value;
    expect(checks.map(({ state }) => state)).toEqual([...Array<string>(4).fill("passed"), "open"]);
    expect(summary.tie).toEqual({ kind: "lot", seed: SEED });
    const published = await fetch(`${stage.url}/decisions/${decisionId}/report.json`);
    const { report: announced } = (await published.json()) as { report: AnyReport };
    expect(report).toEqual(announced);
    expect(report).toMatchObject({ ties: [{ rule: "lot", place: "seat" }] });

    const visitor = await stage.newPersonPage(null);
    const sentence = async () =>
      plain(await visitor.page.locator(".result-sentence").first().textContent());
    const tie = async () =>
      plain(await visitor.page.locator("#ties ~ ul li").first().textContent());
    await visitor.goTo(`/decisions/${decisionId}/result`);
    const [won, fell] = [await sentence(), await tie()];
    expect(won).toMatch(/Proposition [12]/);
    await recountInBrowser(visitor, decisionId);
    await visitor.reads(visitor.t("recount:summary.result"));
    expect(await sentence()).toBe(won);
    expect(await tie()).toBe(fell);
    await visitor.reads(new RegExp(SEED));
    await expectNoAxeViolations(visitor.page);

    const said = recountByCommand(text);
    expect(said).toContain(won);
    expect(said).toContain(fell);
    expect(said).toContain(SEED);
  });
});

describe("an urn that is not the one that was closed", () => {
  it("tells the chair and the scrutineers what was found and what to do, and nobody else", async () => {
    const decisionId = await createShapedDecision(stage.pool, stage.assemblyId, {
      method: "approval",
      options: OPTIONS,
      secret: true,
    });
    await urnIsReady(decisionId);
    await stage.pool.query(
      `UPDATE urn SET stage = 'sealed', board_size = 12, board_head = decode($2, 'hex'), altered = $3
       WHERE decision_id = $1`,
      [
        decisionId,
        "ab".repeat(32),
        { foundAt: "2026-06-01T18:04:00Z", ballots: 11, unsound: 1, head: "cd".repeat(32) },
      ],
    );
    await stage.pool.query(
      "UPDATE decision SET phase = 'closed', opened_at = now(), closed_at = now() WHERE id = $1",
      [decisionId],
    );
    const path = `/live-session/${stage.slug}`;
    for (const [key, place] of [
      ["chair", "/chair"],
      ["scrutineer", "/urns"],
    ] as const) {
      const reader = await stage.newPersonPage(key, { device: key === "chair" ? "desk" : "phone" });
      await reader.goTo(path + place);
      await reader.reads(reader.t("urns:altered.title"));
      await reader.reads(reader.t("urns:altered.ballots", { found: 11, sealed: 12 }));
      await reader.reads(reader.t("urns:altered.unsound", { count: 1 }));
      await reader.reads("cdcd cdcd cdcd cdcd");
      await reader.reads(reader.t("urns:altered.notary"));
      const again = reader.page.getByText(reader.t("urns:altered.again.summary"), { exact: true });
      expect(await again.count()).toBe(key === "chair" ? 1 : 0);
      await expectNoAxeViolations(reader.page);
    }
    const member = await stage.newPersonPage("member-fr");
    await member.goTo(path);
    await member.goTo(`/decisions/${decisionId}`);
    expect(await member.page.content()).not.toContain("unsound");
  });
});
