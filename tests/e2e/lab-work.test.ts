import { expect, it } from "vitest";
import { expectGoodOnAPhone } from "../support/phone.ts";
import { useStage, type Visitor } from "../support/browser.ts";

const LAB = "/smartlab/chomage-bruxelles";
const stage = useStage();
/** What a browser says of a network that is away. */
const CUT = [/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /WebSocket/];

/** Some hundred signs of somebody, each word unlike every other. */
const wordsOf = (mark: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `${mark}${from + at}`);

/** The text as this visitor has it on screen. */
const area = ({ page, t }: Visitor) => page.getByLabel(t("lab-work:minutes.text"));
const textOf = (visitor: Visitor) => area(visitor).inputValue();
const saved = ({ page }: Visitor) => page.locator("[data-status=saved]").waitFor();

/** Types as fast as keys go, here at the end and there at the beginning. */
async function types(visitor: Visitor, words: readonly string[]) {
  for (const [at, word] of words.entries()) {
    if (at % 8 === 0) await area(visitor).press(at % 16 === 0 ? "Control+End" : "Control+Home");
    await area(visitor).pressSequentially(`${word} `);
  }
}

/** Ana, who leads, with new minutes open, and Bo of the same group on a phone, with the same. */
async function twoAtMinutes() {
  const ana = await stage.newPersonPage("member-fr", { device: "desk", expected: CUT });
  await ana.goTo(`${LAB}/minutes`);
  await ana.page.getByLabel(ana.t("lab-work:minutes.begin.name")).fill("À deux mains");
  await ana.button("lab-work:minutes.begin.now").click();
  await ana.page.getByRole("link", { name: "À deux mains" }).click();
  await saved(ana);
  const { rows } = await stage.pool.query<{ id: string; name: string }>(
    `SELECT p.person_id AS id, x.given_name AS name FROM lab_person p
     JOIN lab l ON l.id = p.lab_id JOIN person x ON x.id = p.person_id
     WHERE l.slug = 'chomage-bruxelles' AND p.standing = 'joined' AND p.role = 'member' LIMIT 1`,
  );
  const bo = await stage.newMemberPage(rows[0]!.id, { device: "phone", expected: CUT });
  await bo.goTo(new URL(ana.page.url()).pathname);
  await saved(bo);
  return { ana, bo, boName: rows[0]!.name };
}

it("two people write the same minutes, one without a network for most of it, and lose no character", async () => {
  const { ana, bo, boName } = await twoAtMinutes();
  await area(ana).pressSequentially("Ordre du jour\n");
  await bo.page.waitForFunction(
    () => document.querySelector("textarea")?.value === "Ordre du jour\n",
  );
  // Each sees where the other writes.
  await area(bo).press("Control+End");
  await area(bo).pressSequentially("début ");
  await ana.page.locator(".lab-flag", { hasText: boName }).waitFor();
  await ana.reads(new RegExp(`${boName}.*ligne 2`));
  await saved(bo);

  await bo.page.context().setOffline(true);
  await Promise.all([types(ana, wordsOf("abc", 0, 32)), types(bo, wordsOf("été", 0, 32))]);
  await bo.reads(bo.t("lab-work:minutes.status.waiting"));
  const before = await textOf(bo);
  await bo.page.reload();
  // The page opens from this device, with everything that was typed.
  await bo.reads(bo.t("lab-work:minutes.status.waiting"));
  expect(await textOf(bo)).toBe(before);
  await Promise.all([types(ana, wordsOf("abc", 32, 56)), types(bo, wordsOf("été", 32, 56))]);
  await bo.page.context().setOffline(false);
  await Promise.all([saved(ana), saved(bo)]);
  await expect.poll(async () => (await textOf(ana)) === (await textOf(bo))).toBe(true);

  const each = [...wordsOf("abc", 0, 56), ...wordsOf("été", 0, 56)];
  const words = (await textOf(ana)).split(/\s+/).filter((word) => word !== "");
  expect(words.sort()).toEqual(["Ordre", "du", "jour", "début", ...each].sort());

  // What is on screen is what a reload finds.
  const whole = await textOf(ana);
  await bo.page.reload();
  await saved(bo);
  expect(await textOf(bo)).toBe(whole);
  await expectGoodOnAPhone(bo.page);

  // Who signs out leaves nothing of it on the device.
  const kept = () => bo.page.evaluate(async () => (await caches.keys()).length);
  expect(await kept()).toBe(1);
  await bo.goTo("/account");
  await bo.button("membership:account.devices.signOut").click();
  await expect.poll(kept).toBe(0);
});

it("shows what is said while one reads, without moving what one looks at", async () => {
  const reader = await stage.newPersonPage("member-fr", { device: "phone" });
  const thread = async ({ page }: Visitor) => {
    await page.getByRole("link", { name: "Qui a déjà reçu une réponse" }).click();
    await page.getByRole("heading", { level: 1, name: "Qui a déjà" }).waitFor();
  };
  await reader.goTo(`${LAB}/discussion`);
  await thread(reader);
  const { rows } = await stage.pool.query<{ id: string }>(
    `SELECT p.person_id AS id FROM lab_person p JOIN lab l ON l.id = p.lab_id
     WHERE l.slug = 'chomage-bruxelles' AND p.standing = 'joined' AND p.role = 'member' LIMIT 1`,
  );
  const speaker = await stage.newMemberPage(rows[0]!.id, { device: "desk" });
  await speaker.goTo(`${LAB}/discussion`);
  await speaker.reads(speaker.t("lab-work:talk.unread"));
  await thread(speaker);

  const field = reader.page.getByLabel(reader.t("lab-work:talk.answer"));
  await field.fill("Je réfléchis");
  await field.scrollIntoViewIfNeeded();
  const top = () => field.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await speaker.page
    .getByLabel(speaker.t("lab-work:talk.answer"))
    .fill("Une nouvelle réponse\n<b>!");
  await speaker.button("lab-work:talk.send").click();
  await reader.page.getByText("Une nouvelle réponse\n<b>!").waitFor();
  expect(await top()).toBe(before);
  expect(await field.inputValue()).toBe("Je réfléchis");
  await reader.page.getByText(reader.t("lab-work:talk.new"), { exact: true }).waitFor();
  await reader.button("lab-work:talk.send").dblclick();
  await speaker.page.getByText("Je réfléchis", { exact: true }).waitFor();
  await expectGoodOnAPhone(reader.page);
  const said = await stage.pool.query("SELECT FROM lab_post WHERE text = 'Je réfléchis'");
  expect(said.rowCount).toBe(1);

  // Who is not of the group is told so, and where to join.
  const other = await stage.newPersonPage("organiser", { device: "phone", expected: [/403/] });
  await other.goTo(`${LAB}/discussion`);
  await other.page.getByRole("link", { name: other.t("errors.labOnly.action") }).click();
  await other.page.waitForURL(`**${LAB}`);
});

it("works without scripts, and is good to read on a phone", async () => {
  const plain = await stage.newPersonPage("member-fr", { js: false });
  await plain.goTo(`${LAB}/discussion`);
  await plain.page.getByLabel(plain.t("lab-work:talk.begin.about")).fill("Sans script");
  await plain.page.getByLabel(plain.t("lab-work:talk.text")).fill("Un premier mot");
  await plain.button("lab-work:talk.begin.now").click();
  await plain.page.getByRole("link", { name: "Sans script" }).click();
  await plain.reads("Un premier mot");

  await plain.goTo(`${LAB}/minutes`);
  await plain.page.getByRole("link", { name: "Nos cas, mis en commun" }).click();
  const area = plain.page.getByLabel(plain.t("lab-work:minutes.text"));
  await area.fill(`${await area.inputValue()}\nUne ligne de plus.`);
  await plain.button("lab-work:minutes.save").click();
  expect(await textOf(plain)).toContain("Une ligne de plus.");

  await plain.goTo(`${LAB}/tasks`);
  await plain.page.getByLabel(plain.t("lab-work:task.what")).last().fill("Une tâche simple");
  await plain.button("lab-work:task.add.now").click();
  await plain.reads("Une tâche simple");
  await plain.goTo(`${LAB}/dates`);
  const yes = plain.page.getByLabel(plain.t("lab-work:date.says.yes"), { exact: true });
  for (const choice of await yes.all()) await choice.check();
  await plain.button("lab-work:date.answer").click();
  await plain.page.getByText(plain.t("lab-work:date.change"), { exact: true }).waitFor();

  const member = await stage.newPersonPage("member-fr", { device: "phone" });
  for (const place of ["tasks", "decisions", "dates", "charter", "documents", "discussion"]) {
    await member.goTo(`${LAB}/${place}`);
    await member.page.getByRole("heading", { level: 1 }).waitFor();
    await expectGoodOnAPhone(member.page);
  }
});
