import { expect, it } from "vitest";
import { persona } from "../../prisma/seed/personas.ts";
import { useStage } from "../support/browser.ts";
import { expectGoodOnAPhone } from "../support/phone.ts";

const stage = useStage();

it("answers what happens, what waits, what became of it, and reads the news on a phone", async () => {
  const member = await stage.newPersonPage("member-fr", { device: "phone" });
  const { page, t } = member;
  await member.goTo("/");
  await member.reads(t("common:home.waitingTitle"));
  await member.reads(t("home:became.title"));
  await expectGoodOnAPhone(page);

  await member.goTo("/notifications");
  await page.getByText(t("home:notices.new"), { exact: true }).first().waitFor();
  await expectGoodOnAPhone(page);
  await member.button("home:notices.readAll").click();
  await member.reads(t("home:notices.allRead"));

  await member.goTo("/solicitations");
  await member.reads(t("home:requests.overdue"));
  await expectGoodOnAPhone(page);
});

it("keeps choices and quiet hours without scripts, and is left with one click signed out", async () => {
  const member = await stage.newPersonPage("member-nl", { js: false });
  const { page, t } = member;
  await member.goTo("/notifications/choices");
  const everything = page.getByRole("group", { name: t("home:choices.everythingLabel") });
  const byMail = everything.getByLabel(t("home:choices.channel.mail"));
  await byMail.selectOption("daily");
  await everything.getByRole("button").click();
  await member.reads(t("home:choices.done"));
  await page.getByLabel(t("home:choices.quiet.from")).selectOption("20");
  await member.button("home:choices.quiet.save").click();
  // A page that is still coming in has its lists before what is chosen in them.
  await expect.poll(() => page.getByLabel(t("home:choices.quiet.from")).inputValue()).toBe("20");
  expect(await byMail.inputValue()).toBe("daily");

  // Each mail brings a link of its own.
  await stage.pool.query(
    `INSERT INTO notice (person_id, key, kind, body, link, urgency, mail, created_at)
     VALUES ($1, 'e2e', 'question-answered', 'assembly', '/assembly', 'soon', 'now', now())`,
    [persona("member-nl").personId],
  );
  await stage.pool.query(`UPDATE quiet_hours SET from_hour = 3, to_hour = 3 WHERE person_id = $1`, [
    persona("member-nl").personId,
  ]);
  await expect.poll(() => linkOf(persona("member-nl").personId), { timeout: 15_000 }).toBeTruthy();
  const link = (await linkOf(persona("member-nl").personId)) ?? "";
  const path = new URL(link).pathname;

  const stranger = await stage.newPersonPage(null, { js: false, language: "nl" });
  await stranger.goTo(path);
  await stranger.button("home:leave.confirm").click();
  await stranger.reads(stranger.t("home:leave.done.title"));

  // A mail program: no cookie and no Origin.
  const answer = await fetch(`${stage.url}${path}`, {
    method: "POST",
    body: "List-Unsubscribe=One-Click",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("");
});

async function linkOf(personId: string): Promise<string | undefined> {
  const { rows } = await stage.pool.query<{ unsubscribe: string }>(
    "SELECT unsubscribe FROM mail WHERE person_id = $1 AND unsubscribe IS NOT NULL",
    [personId],
  );
  return rows[0]?.unsubscribe;
}

it("shows a newcomer what they could join, in their language", async () => {
  const newcomer = await stage.newPersonPage("unit-holder");
  await stage.pool.query("DELETE FROM notice WHERE person_id = $1", [
    persona("unit-holder").personId,
  ]);
  await newcomer.goTo("/");
  await newcomer.reads(newcomer.t("home:could.title"));
});

it("asks of an organiser who acts and by when, before members are asked", async () => {
  const organiser = await stage.newPersonPage("organiser", { js: false });
  const { page, t } = organiser;
  await organiser.goTo("/solicitations");
  const form = page.locator("#ask");
  await form.getByText(t("home:requests.form.last"), { exact: true }).waitFor();
  await form
    .getByLabel(t("home:requests.form.titleIn", { language: "français" }))
    .fill("Vos outils");
  await form.getByLabel(t("home:requests.form.link")).fill("/smartlab");
  await form.getByLabel(t("home:requests.form.office")).selectOption("namur");
  await form.getByLabel(t("home:requests.form.whoActs")).fill("l’équipe conseil");
  await form.getByLabel(t("home:requests.form.answerBy")).fill("2099-01-31");
  await organiser.button("home:requests.form.send").click();
  await organiser.reads(t("home:requests.done"));
  await page.getByText("Vos outils").first().waitFor();
});
