import { beforeAll, expect, it } from "vitest";
import { useStage } from "../support/browser.ts";
import { expectGoodOnAPhone } from "../support/phone.ts";

const stage = useStage();
const base = () => `/assembly/${stage.slug}/programme`;

beforeAll(async () => {
  // Whatever the hour of this run, the day of the programme is to come.
  await stage.pool.query(
    `UPDATE programme_session SET starts_at = starts_at + interval '2 days',
       ends_at = ends_at + interval '2 days' WHERE starts_at > now() - interval '1 day'`,
  );
});

it("lets somebody find a workshop on a phone, take a place, see a conflict, give it back", async () => {
  const member = await stage.newPersonPage("member-fr", { device: "phone" });
  const { page, t } = member;
  await member.goTo(`/assembly/${stage.slug}`);
  await page.getByRole("link", { name: t("assembly:links.programme"), exact: true }).click();
  await member.reads(t("programme:places.title"));
  await expectGoodOnAPhone(page);

  await member.goTo(`${base()}?kind=workshop&site=bruxelles`);
  const line = page
    .getByRole("listitem")
    .filter({ hasText: "La sécurité sociale, un jeu de société" });
  await line.getByRole("button").click();
  await line.getByText(t("programme:place.mine")).waitFor();

  await member.goTo(`${base()}/mine`);
  await member.reads("La sécurité sociale, un jeu de société");
  await member.button("programme:calendar.make").click();
  await member.reads(t("programme:calendar.secret"));
  await expectGoodOnAPhone(page);
  const address = await page.getByLabel(t("programme:calendar.address")).inputValue();
  const feed = await fetch(`${stage.url}${new URL(address).pathname}`);
  expect(feed.headers.get("content-type")).toContain("text/calendar");
  expect(await feed.text()).toContain("BEGIN:VEVENT");

  await member.goTo(`${base()}/sites/etape-mons`);
  await member.reads(t("programme:figures.title"));
  await expectGoodOnAPhone(page);
});

it("works without scripts: a place taken, and a session added by an organiser", async () => {
  const member = await stage.newPersonPage("member-nl", { device: "phone", js: false });
  await member.goTo(`${base()}?site=gent&kind=workshop`);
  const button = member.page.getByRole("button", { name: member.t("programme:place.take") });
  await button.first().click();
  await member.reads(member.t("programme:placed.registered"));
  await member.reads(member.t("programme:place.mine"));

  const organiser = await stage.newPersonPage("organiser", { js: false, expected: [/422/] });
  const { page, t } = organiser;
  await organiser.goTo(`${base()}/arrange/sessions/add`);
  const title = t("programme:form.inLanguage", {
    what: t("programme:form.title"),
    language: "français",
  });
  await page.getByLabel(title).fill("Un atelier de dernière minute");
  await page.getByLabel(t("programme:form.startsAt")).fill("2030-05-01T10:00");
  await page.getByLabel(t("programme:form.endsAt")).fill("2030-05-01T09:00");
  await organiser.button("programme:form.save").click();
  await organiser.reads(t("refusals-ballot:bad-input"));
  expect(await page.getByLabel(title).inputValue()).toBe("Un atelier de dernière minute");
  await page.getByLabel(t("programme:form.endsAt")).fill("2030-05-01T11:00");
  await organiser.button("programme:form.save").click();
  await page.waitForURL(`**${base()}/arrange`);
  await organiser.reads("Un atelier de dernière minute");
});
