import { expect, it } from "vitest";
import { localTime } from "#domain/kernel/local-time.ts";
import { type Visitor, useStage } from "../support/browser.ts";
import { expectGoodOnAPhone } from "../support/phone.ts";

const stage = useStage();

const MINUTE = 60_000;
const TITLE = "Faire reconnaître les artisan·es d’art";
const PATH = "/smartlab/faire-reconnaitre-les-artisan-es-d-art";

it("a lab lives from its proposal to what it made", async () => {
  const maelle = await stage.newPersonPage("member-fr", { device: "phone" });
  await propose(maelle);

  const zelie = await stage.newPersonPage("support", { device: "phone" });
  await zelie.goTo(PATH);
  await unfold(zelie, "smartlab:support.threshold");
  await fill(zelie, "smartlab:form.threshold", "2");
  await fill(zelie, "smartlab:reason", "Un petit métier");
  await zelie.button("smartlab:support.thresholdNow").click();
  await zelie.reads(zelie.t("smartlab:support.interest", { interested: 1, threshold: 2 }));

  // Without scripts: another one is full, this one still gathers.
  const tarik = await stage.newPersonPage("representative", { device: "phone", js: false });
  await tarik.goTo("/smartlab?theme=crafts&openness=full");
  await tarik.page.getByRole("link", { name: "Faire reconnaître les artisan·es" }).click();
  await tarik.button("smartlab:join.act.full").click();
  await tarik.reads(tarik.t("smartlab:join.waiting", { rank: 4 }));
  await tarik.goTo(PATH);
  await tarik.button("smartlab:join.act.gathering").click();
  await tarik.reads(tarik.t("smartlab:join.interested"));

  await zelie.goTo(PATH);
  await unfold(zelie, "smartlab:support.open");
  await expectGoodOnAPhone(zelie.page);
  await zelie.button("smartlab:support.openNow").click();
  await zelie.reads(zelie.t("smartlab:role.mine.co-facilitator"));

  await tarik.goTo(PATH);
  await tarik.reads(tarik.t("smartlab:join.opened"));
  await tarik.button("smartlab:join.act.places").click();
  await tarik.reads(tarik.t("smartlab:role.mine.member"));

  await planForNow(maelle);
  await comeByPoster();
  await close(maelle);

  await zelie.goTo("/smartlab/overview");
  await zelie.reads(TITLE);
  await zelie.goTo("/smartlab/vendre-ses-bijoux");
  await zelie.reads(zelie.t("smartlab:handedOn.lab.accepted"));
});

/** What is alike is shown first, and it is sent when asked again. */
async function propose(member: Visitor): Promise<void> {
  await member.goTo("/smartlab/new");
  await fill(member, "smartlab:form.title", TITLE);
  await fill(member, "smartlab:form.makes", "Une note de plaidoyer et un parcours de demande");
  await fill(member, "smartlab:form.whyNow", "La reconnaissance nous échappe.");
  await fill(member, "smartlab:find.city", "Mons");
  await member.button("smartlab:propose.send").click();
  await member.reads(member.t("smartlab:propose.similar", { count: 1 }));
  await expectGoodOnAPhone(member.page);
  await member.button("smartlab:propose.sendAnyway").click();
  await member.page.waitForURL(`**${PATH}`);
}

/** A lab without a date asks for one first. */
async function planForNow(lead: Visitor): Promise<void> {
  await lead.goTo(`${PATH}/lead`);
  await lead.reads(lead.t("smartlab:lead.due.plan"));
  await expectGoodOnAPhone(lead.page);
  const soon = Date.now() + 10 * MINUTE;
  await fill(lead, "smartlab:meetings.startsAt", localTime(new Date(soon)));
  await fill(lead, "smartlab:meetings.endsAt", localTime(new Date(soon + 60 * MINUTE)));
  await lead.button("smartlab:lead.planNow").click();
  await lead.page.getByText(lead.t("smartlab:lead.changeDate"), { exact: true }).waitFor();
}

/** From a wall, without being signed in: scans, signs in, takes a place once, is there. */
async function comeByPoster(): Promise<void> {
  const { rows } = await stage.pool.query<{ code: string }>(
    "SELECT code FROM lab WHERE slug = $1",
    [PATH.split("/").at(-1)],
  );
  const guest = await stage.newPersonPage(null, { device: "phone" });
  const { page, t } = guest;
  await guest.goTo(`/l/${rows[0]?.code.toLowerCase()}`);
  await guest.reads(TITLE);
  await expectGoodOnAPhone(page);
  await page.getByRole("link", { name: t("smartlab:join.signIn.places"), exact: true }).click();
  await guest.button("sign-in:demo.enterAs", { name: "Nour Castelmore" }).click();
  await page.waitForURL(`**${PATH}`);
  await guest.button("smartlab:join.act.places").dblclick();
  await guest.button("smartlab:attend.act").click();
  await guest.reads(t("smartlab:attend.done"));
  await expectGoodOnAPhone(page);
  const kept = await stage.pool.query(
    `SELECT p.standing, a.state FROM lab_person p
     JOIN person x ON x.id = p.person_id AND x.email = 'unit-holder@demo.example'
     JOIN lab l ON l.id = p.lab_id JOIN lab_meeting m ON m.lab_id = l.id
     JOIN lab_attendance a ON a.meeting_id = m.id AND a.person_id = x.id WHERE l.title = $1`,
    [TITLE],
  );
  expect(kept.rows).toEqual([{ standing: "joined", state: "present" }]);
  await guest.goTo("/smartlab/mine");
  await guest.reads(TITLE);
  await expectGoodOnAPhone(page);
  await guest.goTo("/smartlab?language=fr");
  await expectGoodOnAPhone(page);
}

/** Says what it made and hands it to the board, which owes an answer. */
async function close(lead: Visitor): Promise<void> {
  await lead.goTo(`${PATH}/lead#life`);
  await unfold(lead, "smartlab:close.summary");
  await fill(lead, "smartlab:close.outcome", "Une note de quatre pages");
  await fill(lead, "smartlab:made.title", "La note, et un parcours de demande pas à pas.");
  await lead.page.getByLabel(lead.t("smartlab:close.handOff")).selectOption("board");
  await lead.button("smartlab:close.act").click();
  await lead.page.getByText(lead.t("smartlab:close.summary")).waitFor({ state: "hidden" });
  await lead.goTo(PATH);
  await lead.reads("Une note de quatre pages");
  await lead.reads(lead.t("smartlab:handedOn.ledger.waiting"));
  await expectGoodOnAPhone(lead.page);
}

async function unfold({ page, t }: Visitor, key: string): Promise<void> {
  await page.locator("summary", { hasText: t(key) }).click();
}

/** The first field of that name: what is folded comes after what is shown. */
async function fill({ page, t }: Visitor, key: string, value: string): Promise<void> {
  await page.getByLabel(t(key), { exact: false }).filter({ visible: true }).first().fill(value);
}
