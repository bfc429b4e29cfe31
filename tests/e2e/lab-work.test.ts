import { expect, it } from "vitest";
import { expectGoodOnAPhone } from "../support/phone.ts";
import { useStage, type Visitor } from "../support/browser.ts";

const LAB = "/smartlab/chomage-bruxelles";
const stage = useStage();
/** What a browser says of a network that is away. */
const CUT = [/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /WebSocket/];

/** The text as this visitor has it on screen. */
const textOf = ({ page, t }: Visitor) => page.getByLabel(t("lab-work:minutes.text")).inputValue();

it("two people write the same minutes, one of them offline for a while, and lose no character", async () => {
  const ana = await stage.newPersonPage("member-fr", { device: "desk", expected: CUT });
  await ana.goTo(`${LAB}/minutes`);
  await ana.page.getByLabel(ana.t("lab-work:minutes.begin.name")).fill("À deux mains");
  await ana.button("lab-work:minutes.begin.now").click();
  await ana.page.getByRole("link", { name: "À deux mains" }).click();
  const area = (visitor: Visitor) => visitor.page.getByLabel(visitor.t("lab-work:minutes.text"));
  const saved = (visitor: Visitor) => visitor.page.locator("[data-status=saved]").waitFor();
  await saved(ana);
  const { rows } = await stage.pool.query<{ id: string }>(
    `SELECT p.person_id AS id FROM lab_person p JOIN lab l ON l.id = p.lab_id
     WHERE l.slug = 'chomage-bruxelles' AND p.standing = 'joined' AND p.role = 'member' LIMIT 1`,
  );
  const bo = await stage.newMemberPage(rows[0]!.id, { device: "phone", expected: CUT });
  await bo.goTo(new URL(ana.page.url()).pathname);
  await saved(bo);

  await area(ana).pressSequentially("Ordre du jour\n");
  await bo.page.waitForFunction(
    () => document.querySelector("textarea")?.value === "Ordre du jour\n",
  );
  await bo.page.context().setOffline(true);
  const types = async (visitor: Visitor, mark: string) => {
    await area(visitor).press("Control+End");
    for (let line = 0; line < 12; line += 1) {
      await area(visitor).pressSequentially(`${mark}${line} `);
      if (line % 4 === 3) await area(visitor).press("Control+Home");
      if (line % 4 === 0) await area(visitor).press("Control+End");
    }
  };
  await Promise.all([types(ana, "a"), types(bo, "é")]);
  await bo.reads(bo.t("lab-work:minutes.status.waiting"));
  await bo.page.context().setOffline(false);
  await Promise.all([saved(ana), saved(bo)]);
  await expect.poll(async () => (await textOf(ana)) === (await textOf(bo))).toBe(true);

  const words = (await textOf(ana)).split(/\s+/).sort();
  const each = Array.from({ length: 12 }, (_, line) => [`a${line}`, `é${line}`]).flat();
  expect(words.filter((word) => word !== "").sort()).toEqual(
    ["Ordre", "du", "jour", ...each].sort(),
  );

  // What is on screen is what a reload, and a reader without scripts, find.
  const whole = await textOf(ana);
  await bo.page.reload();
  await saved(bo);
  expect(await textOf(bo)).toBe(whole);
  await expectGoodOnAPhone(bo.page);
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

  const member = await stage.newPersonPage("member-fr", { device: "phone" });
  for (const place of ["tasks", "decisions", "dates", "charter", "documents", "discussion"]) {
    await member.goTo(`${LAB}/${place}`);
    await member.page.getByRole("heading", { level: 1 }).waitFor();
    await expectGoodOnAPhone(member.page);
  }
});
