import { beforeAll, expect, it } from "vitest";
import { showSiteCode } from "#domain/check-in/way-in.ts";
import { persona } from "../../prisma/seed/personas.ts";
import { useStage, type Visitor } from "../support/browser.ts";
import { expectGoodOnAPhone } from "../support/phone.ts";

const stage = useStage();
const door = (site: string) => `/live-session/${stage.slug}/door?site=${site}`;
const place = { slug: "", code: "" };

beforeAll(async () => {
  await stage.bringSessionTo(1);
  const { rows } = await stage.pool.query<typeof place>(
    "SELECT slug, code FROM site WHERE assembly_id = $1 AND kind = 'main' ORDER BY position",
    [stage.assemblyId],
  );
  Object.assign(place, rows[0]);
});

/** The six digits that a door may read out. */
async function digitsAt(steward: Visitor): Promise<string> {
  return steward.page.locator(".door-facts .room-digits").innerText();
}

async function isPresent(key: string): Promise<string | undefined> {
  const { rows } = await stage.pool.query<{ channel: string }>(
    "SELECT channel FROM attendance WHERE person_id = $1 AND assembly_id = $2 AND left_at IS NULL",
    [persona(key).personId, stage.assemblyId],
  );
  return rows[0]?.channel;
}

it("keeps a door, with the network and without", async () => {
  const steward = await stage.newPersonPage("steward", {
    device: "phone",
    expected: [/ERR_INTERNET_DISCONNECTED/, /Failed to fetch manifest patches/],
  });
  const { page, t } = steward;
  await steward.goTo(door(place.slug));
  await steward.reads(/Liste de 41.\d+ noms sur cet appareil/);
  const search = page.getByLabel(t("check-in:door.search"));
  await search.fill("okker wann");
  await page.getByRole("button", { name: "Arrivée Wannes Okkerveld" }).click();
  await steward.reads(t("check-in:door.welcome", { name: "Wannes Okkerveld" }));
  await expect.poll(() => isPresent("member-nl")).toBe("door");
  await expectGoodOnAPhone(page);

  await page.context().setOffline(true);
  await search.fill("krautwisch");
  await search.press("Enter");
  await steward.reads(t("check-in:door.status.waiting", { count: 1 }));
  await page.reload();
  await steward.reads(t("check-in:door.status.waiting", { count: 1 }));
  await steward.reads(/Liste de 41.\d+ noms sur cet appareil/);
  // What is found, noted and taken back without a network, after a reload.
  await search.fill("adele");
  await page
    .getByRole("button", { name: /^Arrivée Adèle/ })
    .first()
    .click();
  await steward.reads(t("check-in:door.status.waiting", { count: 2 }));
  await page
    .getByRole("button", { name: t("check-in:door.undo") })
    .first()
    .click();
  await steward.reads(t("check-in:door.status.waiting", { count: 3 }));
  // No other page is kept.
  await expect(page.goto(`/live-session/${stage.slug}`)).rejects.toThrow(
    "ERR_INTERNET_DISCONNECTED",
  );
  await page.context().setOffline(false);
  await steward.goTo(door(place.slug));
  await steward.reads(t("check-in:door.status.sent"));
  await expect.poll(() => isPresent("member-de")).toBe("door");
});

it("lets somebody in with their pass and the room's digits, without scripts or mail", async () => {
  const member = await stage.newPersonPage("member-fr", { device: "phone" });
  await member.goTo(`/assembly/${stage.slug}/pass`);
  await member.reads(member.t("check-in:pass.show"));
  await expectGoodOnAPhone(member.page);
  const pass = (await member.page.locator("form.pass-form").getAttribute("action")) ?? "";
  const steward = await stage.newPersonPage("steward", { js: false });
  await steward.goTo(door(place.slug));
  const digits = await digitsAt(steward);

  const phone = await stage.newPersonPage(null, { js: false, expected: [/422/] });
  await phone.goTo(pass);
  const code = phone.page.getByLabel(phone.t("check-in:pass.code"));
  await code.fill(digits === "000 000" ? "111111" : "000000");
  await phone.button("check-in:pass.enter").click();
  await phone.reads(phone.t("refusals:wrong-room-code"));
  await code.fill(digits);
  await phone.button("check-in:pass.enter").click();
  await phone.page.waitForURL(`**/live-session/${stage.slug}`);
  expect(await isPresent("member-fr")).toBe("pass");

  // The door's page works without scripts too: a search, then a form.
  await steward.page.getByLabel(steward.t("check-in:door.search")).fill("Boschmarin");
  await steward.button("check-in:door.find").click();
  await steward.page.getByRole("button", { name: "Arrivée Tarik Boschmarin" }).click();
  await steward.reads(/Ici depuis/);
  expect(await isPresent("representative")).toBe("door");
});

it("leads everybody in from a poster, guests to what they may see", async () => {
  await stage.act("organiser", "guests.welcome", { assemblyId: stage.assemblyId, open: true });
  const guest = await stage.newPersonPage(null, { device: "phone" });
  await guest.goTo(`/s/${showSiteCode(place.code).toLowerCase()}`);
  await expectGoodOnAPhone(guest.page);
  await guest.page.getByRole("link", { name: guest.t("check-in:wayIn.guest.go") }).click();
  await guest.reads(guest.t("check-in:guest.banner"));
  await expectGoodOnAPhone(guest.page);

  const organiser = await stage.newPersonPage("organiser", { device: "phone" });
  await organiser.goTo(`/live-session/${stage.slug}/posters`);
  await organiser.reads(showSiteCode(place.code));
  await expectGoodOnAPhone(organiser.page);
  await organiser.goTo(`/live-session/${stage.slug}/presence`);
  await organiser.reads(organiser.t("check-in:presence.pdf"));
  await expectGoodOnAPhone(organiser.page);
});
