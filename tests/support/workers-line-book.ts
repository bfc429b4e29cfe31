import { expect } from "vitest";
import { persona } from "../../prisma/seed/personas.ts";
import type { Stage, Visitor } from "./browser.ts";
import { expectGoodOnAPhone } from "./phone.ts";
import { answerTo, send } from "./workers-line.ts";

const FUND = "Un fonds solidaire paie dès le premier jour de maladie";
const FIRST_FOREWORD = "Ce que nous demandons, et pourquoi.";
const FOREWORD = "Ce que nous demandons au conseil d’administration, et pourquoi.";
const WHY = "L’avant-propos dit à qui nous parlons ; deux personnes de plus étaient là.";
const ANSWER = "Le fonds commence en janvier, avec deux pour cent de chaque contrat.";

/** The book is published, signed and handed over; the board answers a demand, and its author learns it. */
export async function bookAndAnswer(stage: Stage, slug: string): Promise<void> {
  const line = `/workers-assembly/${slug}`;
  const ines = await stage.newPersonPage("moderator", { device: "desk" });
  await ines.goTo(`${line}/book/edit`);
  await send(ines, "workers-book.write", {
    "recruited.fr": "Par les ateliers de deux villes et une enquête ouverte à toutes et tous.",
    "foreword.fr": FIRST_FOREWORD,
    present: "24",
  });
  await send(ines, "workers-book.publish");
  await ines.reads(ines.t("workers-book:edit.transmit.act"));

  const wannes = await stage.newPersonPage("member-nl", { js: false });
  await wannes.goTo(`${line}/book`);
  await send(wannes, "workers-book.sign");
  await wannes.reads(wannes.t("workers-book:sign.yours", { version: 1 }));
  await correct(ines);
  const maelle = await stage.newPersonPage("member-fr");
  await readBoth(maelle, line);
  await fetchPaper(maelle);

  await send(ines, "workers-book.transmit");
  await ines.reads(ines.t("workers-book:edit.transmit.done", { count: 4 }));

  const karim = await stage.newPersonPage("director", { device: "desk" });
  await karim.goTo("/ledger/answers?of=board");
  const { rows } = await stage.pool.query<{ number: number }>(
    "SELECT number FROM ledger_item WHERE title = $1",
    [FUND],
  );
  const item = `/ledger/${rows[0]!.number}`;
  await karim.goTo(item);
  await send(karim, "ledger.answer", {
    outcome: "accepted",
    reason: ANSWER,
    owner: "Service financier",
    promisedOn: "2099-01-31",
  });
  await karim.reads(ANSWER);

  await maelle.goTo("/notifications");
  await maelle.reads(maelle.t("notifications:notice.ledger-answered.subject", { item: FUND }));
  await maelle.goTo(item);
  await maelle.reads(ANSWER);
  await expectGoodOnAPhone(maelle.page);
  await expectNobodyNamed(stage, [item, line, `${line}/book`, `${line}/ranking/result`]);
}

/** What was published is corrected by another version, which says why. */
async function correct(ines: Visitor): Promise<void> {
  await send(ines, "workers-book.write", { "foreword.fr": FOREWORD, present: "26" });
  const unsaid = ines.t("workers-book:edit.publish.next", { version: 2 });
  await ines.page.locator("summary", { hasText: unsaid }).waitFor();
  await send(ines, "workers-book.publish", { "changed.fr": WHY });
  await ines.page
    .locator("summary", { hasText: ines.t("workers-book:edit.publish.next", { version: 2 }) })
    .waitFor({ state: "detached" });
}

/** The last version says what changed, in the order of the grades; the first stays as it was. */
async function readBoth(maelle: Visitor, line: string): Promise<void> {
  const { page, t } = maelle;
  await maelle.goTo(`${line}/book`);
  await maelle.reads(FUND);
  await maelle.reads(FOREWORD);
  await maelle.reads(WHY);
  const excellent = t("workers-book:grades.median", { grade: t("workers-book:grade.5") });
  const good = t("workers-book:grades.median", { grade: t("workers-book:grade.3") });
  const said = await page.locator("main").textContent();
  expect(said).toContain(t("workers-book:dissent.title"));
  expect(said?.indexOf(excellent)).toBeGreaterThan(-1);
  expect(said?.indexOf(good)).toBeGreaterThan(said?.indexOf(excellent) ?? 0);
  await expectGoodOnAPhone(page);
  await page.getByRole("link", { name: t("workers-book:versions.read", { version: 1 }) }).click();
  await maelle.reads(t("workers-book:older"));
  await maelle.reads(FIRST_FOREWORD);
  await page
    .getByRole("link", { name: t("workers-book:latest") })
    .first()
    .click();
  await maelle.reads(FOREWORD);
}

/** The link on the page leads to a file that is meant to be kept. */
async function fetchPaper({ page, t }: Visitor): Promise<void> {
  const link = page.getByRole("link", { name: t("workers-book:files.pdf"), exact: true });
  const paper = await page.request.get((await link.getAttribute("href"))!);
  expect(paper.headers()["content-type"]).toBe("application/pdf");
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
}

/** Who proposed, amended, objected or voted is on none of the pages that the management reads. */
async function expectNobodyNamed(stage: Stage, paths: readonly string[]): Promise<void> {
  const names = ["member-fr", "member-nl"].map((key) => persona(key).familyName);
  for (const path of paths) {
    const { status, body } = await answerTo(stage, "director", path);
    expect(status, path).toBe(200);
    for (const name of names) expect(body, path).not.toContain(name);
  }
}
