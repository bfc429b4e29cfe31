import { expect } from "vitest";
import { persona } from "../../prisma/seed/personas.ts";
import type { Stage } from "./browser.ts";
import { expectGoodOnAPhone } from "./phone.ts";
import { answerTo, send } from "./workers-line.ts";

const FUND = "Un fonds solidaire paie dès le premier jour de maladie";
const ANSWER = "Le fonds commence en janvier, avec deux pour cent de chaque contrat.";

/** The book is published, signed and handed over; the board answers a demand, and its author learns it. */
export async function bookAndAnswer(stage: Stage, slug: string): Promise<void> {
  const line = `/workers-assembly/${slug}`;
  const ines = await stage.newPersonPage("moderator", { device: "desk" });
  await ines.goTo(`${line}/book/edit`);
  await send(ines, "workers-book.write", {
    "recruited.fr": "Par les ateliers de deux villes et une enquête ouverte à toutes et tous.",
    "foreword.fr": "Ce que nous demandons, et pourquoi.",
    present: "24",
  });
  await send(ines, "workers-book.publish");
  await ines.reads(ines.t("workers-book:edit.transmit.act"));
  expect((await fetch(`${stage.url}${line}/book.pdf`)).headers.get("content-type")).toBe(
    "application/pdf",
  );

  const wannes = await stage.newPersonPage("member-nl", { js: false });
  await wannes.goTo(`${line}/book`);
  await send(wannes, "workers-book.sign");
  await wannes.reads(wannes.t("workers-book:sign.yours", { version: 1 }));
  const maelle = await stage.newPersonPage("member-fr");
  await maelle.goTo(`${line}/book`);
  await maelle.reads(FUND);
  await maelle.reads(maelle.t("workers-book:dissent.title"));
  await expectGoodOnAPhone(maelle.page);

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

/** Who proposed, amended, objected or voted is on none of the pages that the management reads. */
async function expectNobodyNamed(stage: Stage, paths: readonly string[]): Promise<void> {
  const names = ["member-fr", "member-nl"].map((key) => persona(key).familyName);
  for (const path of paths) {
    const { status, body } = await answerTo(stage, "director", path);
    expect(status, path).toBe(200);
    for (const name of names) expect(body, path).not.toContain(name);
  }
}
