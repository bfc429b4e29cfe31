import { expect, it } from "vitest";
import { demoId } from "../../prisma/seed/ids.ts";
import { useStage } from "../support/browser.ts";
import { expectGoodOnAPhone } from "../support/phone.ts";

const stage = useStage();

/** The lab of Brussels meets now: the tenth of the demo. */
const LAB = {
  id: demoId("lab", 10),
  slug: "chomage-bruxelles",
  title: "Réforme du chômage : que faire",
};

it("lets somebody scan a poster, sign in, take a place and say that they are there", async () => {
  const { rows } = await stage.pool.query<{ code: string }>("SELECT code FROM lab WHERE id = $1", [
    LAB.id,
  ]);
  const guest = await stage.newPersonPage(null, { device: "phone" });
  const { page, t } = guest;
  await guest.goTo(`/l/${rows[0]?.code.toLowerCase()}`);
  await guest.reads(LAB.title);
  await expectGoodOnAPhone(page);
  await page.getByRole("link", { name: t("smartlab:join.signIn.places"), exact: true }).click();
  await guest.button("sign-in:demo.enterAs", { name: "Nour Castelmore" }).click();
  await page.waitForURL(`**/smartlab/${LAB.slug}`);
  await guest.button("smartlab:join.act.places").dblclick();
  await guest.button("smartlab:attend.act").click();
  await guest.reads(t("smartlab:attend.done"));
  await expectGoodOnAPhone(page);
  const kept = await stage.pool.query(
    `SELECT p.standing, a.state FROM lab_person p
     JOIN person x ON x.id = p.person_id AND x.email = 'unit-holder@demo.example'
     JOIN lab_attendance a ON a.person_id = x.id WHERE p.lab_id = $1`,
    [LAB.id],
  );
  expect(kept.rows).toEqual([{ standing: "joined", state: "present" }]);
  await guest.goTo("/smartlab/mine");
  await guest.reads(LAB.title);
  await expectGoodOnAPhone(page);
  await guest.goTo("/smartlab?language=fr");
  await expectGoodOnAPhone(page);
});

it("finds labs without scripts; a full one puts one on the list", async () => {
  const member = await stage.newPersonPage("representative", { device: "phone", js: false });
  await member.goTo("/smartlab?theme=crafts&openness=full");
  await member.page.getByRole("link", { name: "Faire reconnaître les artisan·es" }).click();
  await member.button("smartlab:join.act.full").click();
  await member.reads(member.t("smartlab:join.waiting", { rank: 4 }));
});

it("shows what is alike before a proposal is sent, and what a lab made", async () => {
  const member = await stage.newPersonPage("member-fr", { device: "phone" });
  const { page, t } = member;
  await member.goTo("/smartlab/new");
  await page.getByLabel(t("smartlab:form.title")).fill("Faire reconnaître les artisan·es d’art");
  await page
    .getByLabel(t("smartlab:form.makes"))
    .fill("Une note de plaidoyer et un parcours de demande");
  await page.getByLabel(t("smartlab:form.whyNow")).fill("La reconnaissance nous échappe.");
  await page.getByLabel(t("smartlab:find.city")).fill("Mons");
  await member.button("smartlab:propose.send").click();
  await member.reads("Faire reconnaître les artisan·es");
  await expectGoodOnAPhone(page);
  await member.button("smartlab:propose.sendAnyway").click();
  await page.waitForURL("**/smartlab/faire-reconnaitre-les-artisan-es-d-art");

  await member.goTo("/smartlab/psychopraticien-nes");
  await member.reads(t("smartlab:handOff.advocacy"));

  const organiser = await stage.newPersonPage("organiser", { device: "desk" });
  await organiser.goTo("/smartlab/overview");
  await organiser.reads(organiser.t("smartlab:overview.title"));
  await organiser.reads(organiser.t("smartlab:overview.ready"));
});
