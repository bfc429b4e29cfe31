import { expect, it } from "vitest";
import { persona } from "../../prisma/seed/personas.ts";
import { useStage, type Visitor } from "../support/browser.ts";
import { expectGoodOnAPhone } from "../support/phone.ts";
import { allowProxies, namesOf, numberPeople } from "../support/proxies.ts";

const stage = useStage();
const assembly = (place = "") => `/assembly/${stage.slug}${place}`;
const session = (place = "") => `/live-session/${stage.slug}${place}`;

async function fill(visitor: Visitor, key: string, value: string): Promise<void> {
  await visitor.page.getByLabel(visitor.t(key)).first().fill(value);
}

it("gives a proxy, and somebody without scripts accepts it and votes by it", async () => {
  await numberPeople(stage.pool);
  await allowProxies(stage.pool, stage.assemblyId);
  const holderId = persona("representative").personId;
  const { registerNo, familyName } = await namesOf(stage.pool, holderId);

  const giver = await stage.newPersonPage("member-fr");
  await giver.goTo(assembly("/mandates"));
  await fill(giver, "mandates:give.number", registerNo);
  await fill(giver, "mandates:give.name", familyName.toUpperCase());
  await giver.button("mandates:give.submit").click();
  await giver.reads(giver.t("mandates:given.heading"));
  await expectGoodOnAPhone(giver.page);

  const holder = await stage.newPersonPage("representative", { js: false });
  await holder.goTo(assembly("/mandates"));
  await holder.button("mandates:held.accept").click();
  await holder.reads(
    holder.t("mandates:held.standing.holder-away", { name: persona("member-fr").name }),
  );

  await stage.bringSessionTo(2);
  await stage.act("representative", "session.arrive", { assemblyId: stage.assemblyId });
  await holder.goTo(session());
  await holder.reads(holder.t("live-session:mandate.held", { name: persona("member-fr").name }));
  const chair = await stage.newPersonPage("chair", { device: "desk" });
  await chair.goTo(session("/chair"));
  await chair.reads(chair.t("mandates:quorum.represented", { count: 1, shares: 1 }).slice(0, 30));
});

it("announces a result on every screen and phone at once", async () => {
  const decisionId = await stage.openVote(1, "Essai.");
  for (const elector of ["representative", "member-fr"]) {
    await stage.act("representative", "decision.cast", {
      decisionId,
      electorId: persona(elector).personId,
      optionId: "for",
    });
  }
  await stage.act("chair", "decision.close", { decisionId, reason: "Essai." });
  const phone = await stage.newPersonPage("member-nl");
  await phone.goTo(session());
  const screen = await stage.newPersonPage("chair", { device: "desk" });
  await screen.goTo(session("/screen"));
  const chair = await stage.newPersonPage("chair");
  await chair.goTo(session("/results"));
  await chair.reads(chair.t("minutes:results.next"));
  await expectGoodOnAPhone(chair.page);
  await chair.confirm("minutes:results.reveal", "minutes:results.revealNow");
  await phone.reads(phone.t("live-session:announced"));
  await screen.page.locator(".screen-result").waitFor();
  await chair.reads(chair.t("minutes:results.state.onScreen"));
});

it("ends in minutes that are frozen, and in a recap for each", async () => {
  await stage.pool.query(
    `UPDATE question SET state = 'answered_oral', answer = 'Répondu en séance.'
     WHERE assembly_id = $1 AND kind = 'statutory'`,
    [stage.assemblyId],
  );
  await stage.act("chair", "session.close", { assemblyId: stage.assemblyId });
  const secretary = await stage.newPersonPage("secretary");
  await secretary.goTo(assembly("/minutes"));
  await secretary.button("minutes:begin.submit").click();
  await secretary.reads(secretary.t("minutes:draft.notice"));
  await expectGoodOnAPhone(secretary.page);
  const convocation = secretary.page.locator("section", {
    has: secretary.page.getByRole("heading", { name: secretary.t("minutes:section.convocation") }),
  });
  await convocation.locator("summary").first().click();
  await convocation
    .getByRole("textbox")
    .fill("Convoquée le 1er juin, par courriel et par la poste.");
  await convocation
    .getByRole("button", { name: secretary.t("minutes:draft.save"), exact: true })
    .click();
  await secretary.reads("Convoquée le 1er juin, par courriel et par la poste.");
  await secretary.confirm("minutes:freeze.heading", "minutes:freeze.confirm");
  await secretary.reads(secretary.t("minutes:frozen.hash"));

  const member = await stage.newPersonPage("member-fr");
  await member.goTo(assembly("/recap"));
  await member.reads(member.t("minutes:recap.votes.byMandate"));
  await expectGoodOnAPhone(member.page);
  await member.page.getByRole("link", { name: member.t("minutes:recap.minutes") }).click();
  await member.reads(member.t("minutes:frozen.hash"));
  await expectGoodOnAPhone(member.page);
  const pdf = await member.page.request.get(assembly("/minutes.pdf"));
  expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  await member.goTo(assembly("/reconciliation"));
  await member.reads(member.t("minutes:sheet.agrees"));
  await expectGoodOnAPhone(member.page);
});
