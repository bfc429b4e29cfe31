import { beforeAll, expect, it } from "vitest";
import { ASSEMBLY } from "../../prisma/seed/assembly-ids.ts";
import { expectNoAxeViolations } from "../support/axe.ts";
import { useStage, type Visitor } from "../support/browser.ts";

const stage = useStage();
const FOUND_NOTHING = [/404/];
let openVote: string;
let published: string;

beforeAll(async () => {
  await stage.bringSessionTo(4);
  const write = (author: string, text: string, kind: "open" | "statutory") =>
    stage.act(author, "question.write", {
      assemblyId: stage.assemblyId,
      kind,
      language: "fr",
      text,
      nameHidden: false,
    });
  const asked = await write(
    "member-fr",
    "D’où vient la hausse des frais informatiques ?",
    "statutory",
  );
  const queued = await write(
    "member-fr",
    "Qui anime les formations proposées aux membres ?",
    "open",
  );
  await write("representative", "Le rapport sera-t-il aussi publié en allemand ?", "open");
  for (const { questionId } of [asked, queued]) {
    await stage.act("moderator", "question.publish", { questionId });
    await stage.act("moderator", "question.queue", { questionId, on: true });
  }
  await stage.act("chair", "question.ask", asked);
  openVote = await stage.openVote(1);
  const { rows } = await stage.pool.query<{ id: string }>(
    "SELECT id FROM decision WHERE assembly_id = $1 AND phase = 'published' ORDER BY id LIMIT 1",
    [ASSEMBLY.of2024],
  );
  published = rows[0]?.id ?? "";
});

/** The page as it stands, by ear, and on the narrowest screen without scrolling sideways. */
async function checkPage({ page }: Visitor): Promise<void> {
  await expectNoAxeViolations(page);
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= 320) return [];
    return [...document.querySelectorAll("main *")]
      .filter((element) => element.getBoundingClientRect().right > 321)
      .map((element) => element.outerHTML.slice(0, 100))
      .slice(0, 5);
  });
  expect(wide, `wider than 320 px at ${page.url()}`).toEqual([]);
  if (before) await page.setViewportSize(before);
}

async function checkPages(visitor: Visitor, paths: string[]): Promise<void> {
  for (const path of paths) {
    await visitor.goTo(path);
    await checkPage(visitor);
  }
}

async function firstDocument(): Promise<string> {
  const { rows } = await stage.pool.query<{ path: string }>(
    `SELECT '/assembly/' || slug || '/documents/' || document.id AS path
     FROM item_document document JOIN agenda_item item ON item.id = document.item_id
     JOIN assembly ON assembly.id = item.assembly_id WHERE assembly.id = $1 LIMIT 1`,
    [stage.assemblyId],
  );
  return rows[0]?.path ?? "";
}

it("reads well to somebody who is not signed in", async () => {
  const visitor = await stage.newPersonPage(null, { expected: FOUND_NOTHING });
  await checkPages(visitor, [
    "/",
    "/sign-in",
    "/sign-in/code",
    "/sign-in/code?challenge=0190c2a4-0000-7000-8000-000000000000",
    "/sign-in/link/spent",
    "/dev/mails",
    "/assembly",
    `/assembly/${stage.slug}`,
    await firstDocument(),
    "/reports/figures",
    "/ledger",
    "/ledger?standing=late",
    "/ledger/38",
    "/ledger/state",
    "/workers-assembly/premiere-assemblee/book",
    "/workers-assembly/deuxieme-assemblee/opening",
    `/decisions/${openVote}`,
    `/decisions/${published}`,
    `/decisions/${published}/result`,
    "/nowhere",
  ]);
});

it("reads well to a member", async () => {
  const member = await stage.newPersonPage("member-fr");
  await checkPages(member, [
    "/",
    "/account",
    `/live-session/${stage.slug}`,
    `/decisions/${openVote}`,
    `/decisions/${openVote}/receipt`,
    `/decisions/${openVote}/result`,
  ]);
  await member.goTo(`/decisions/${openVote}`);
  await member.page.getByRole("radio").first().check();
  await member.button("decisions:ballot.review").click();
  await member.reads(member.t("decisions:review.question"));
  await checkPage(member);
  await member.button("decisions:review.cast").click();
  await member.reads(member.t("decisions:receipt.recorded"));
  await checkPage(member);
  await checkPages(member, [`/decisions/${openVote}`]);
});

it("reads well to those who work the session", async () => {
  for (const [key, place] of [
    ["chair", "chair"],
    ["moderator", "moderation"],
    ["secretary", "secretary"],
    ["chair", "screen"],
    ["chair", "screen?theme=dark"],
  ] as const) {
    const person = await stage.newPersonPage(key, { device: "desk" });
    await checkPages(person, [`/live-session/${stage.slug}/${place}`]);
  }
});

it("reads well to those who keep the register", async () => {
  const keeper = await stage.newPersonPage("register-keeper");
  await checkPages(keeper, ["/membership", "/membership/import"]);
  const organiser = await stage.newPersonPage("organiser");
  await checkPages(organiser, ["/membership/roles", "/membership/representatives"]);
  const desk = await stage.newPersonPage("desk");
  await checkPages(desk, ["/membership/desk", "/membership/desk?q=Krautwisch"]);
});

it("reads well at night", async () => {
  const member = await stage.newPersonPage("member-nl", { dark: true });
  await checkPages(member, [
    "/",
    "/dev/ui",
    `/assembly/${stage.slug}`,
    `/live-session/${stage.slug}`,
    `/decisions/${openVote}`,
    `/decisions/${published}/result`,
    "/reports/figures",
  ]);
});
