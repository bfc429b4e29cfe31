import { expect, it } from "vitest";
import { useStage, type Visitor } from "../support/browser.ts";

const stage = useStage();
const session = (place = "") => `/live-session/${stage.slug}${place}`;
const HEADER = "register_no;family_name;given_name;language;category;shares;admitted_on;email";

async function askForCode(visitor: Visitor, address: string): Promise<void> {
  await visitor.goTo("/sign-in");
  await visitor.page.getByLabel(visitor.t("sign-in:address")).first().fill(address);
  await visitor.button("sign-in:sendCode").click();
  await visitor.reads(visitor.t("sign-in:code.label"));
}

/** The code of the newest mail, as somebody reads it in the demo's mailbox. */
async function codeInMails(visitor: Visitor): Promise<string> {
  await visitor.goTo("/dev/mails");
  const mails = await visitor.page.locator("main").innerText();
  return /\b\d{3} ?\d{3}\b/.exec(mails)?.[0] ?? "";
}

async function uploadRegister(keeper: Visitor, lines: string[]): Promise<void> {
  await keeper.goTo("/membership/import");
  await keeper.page.getByLabel(keeper.t("membership:import.upload.file")).setInputFiles({
    name: "registre.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([HEADER, ...lines].join("\n")),
  });
  await keeper.button("membership:import.upload.check").click();
}

it("asks who is there, and comes back to where they were going", async () => {
  const visitor = await stage.newPersonPage(null);
  await visitor.goTo(session());
  await visitor.reads(visitor.t("sign-in:lead"));
  await visitor.button("sign-in:demo.enterAs", { name: "Maëlle Ndongo-Pirard" }).click();
  await visitor.page.waitForURL(`**${session()}`);
  await visitor.reads(visitor.t("live-session:presence.enterTitle"));
});

it("signs in with the code of a mail, and says the same to an unknown address", async () => {
  const visitor = await stage.newPersonPage(null, { expected: [/422/] });
  await askForCode(visitor, "member-fr@demo.example");
  const said = await visitor.page.locator("main").innerText();
  const stranger = await stage.newPersonPage(null);
  await askForCode(stranger, "personne@nulle-part.example");
  expect(await stranger.page.locator("main").innerText()).toBe(said);

  const mailbox = await visitor.otherTab();
  await expect.poll(() => codeInMails(mailbox)).not.toBe("");
  const code = visitor.page.getByLabel(visitor.t("sign-in:code.label"));
  await code.fill("000000");
  await visitor.button("sign-in:code.enter").click();
  await visitor.reads(visitor.t("refusals:wrong-code"));
  await code.fill(await codeInMails(mailbox));
  await visitor.button("sign-in:code.enter").click();
  await visitor.reads("Maëlle Ndongo-Pirard");
});

it("shows the desks of a session to nobody who does not hold them", async () => {
  const member = await stage.newPersonPage("member-fr", { expected: [/403/] });
  for (const place of ["/chair", "/moderation", "/secretary", "/screen"]) {
    await member.goTo(session(place));
    await member.reads(member.t("errors.forbidden.title"));
  }
  await member.goTo("/membership/import");
  await member.reads(member.t("errors.forbidden.title"));
});

it("ends every open page of a person who signs out everywhere", async () => {
  const phone = await stage.newPersonPage("member-fr", { expected: [/WebSocket/] });
  await phone.goTo(session());
  await phone.reads(phone.t("connection.connected"));
  const desk = await stage.newPersonPage("member-fr", { device: "desk" });
  await desk.goTo("/account");
  await desk.button("membership:account.devices.everywhere").click();
  await desk.reads(desk.t("home.signIn"));
  await phone.reads(phone.t("refusals-ballot:session-revoked"));
  await phone.page.reload();
  await phone.reads(phone.t("sign-in:lead"));
});

it("checks a register file line by line, and writes it only when it is right", async () => {
  const keeper = await stage.newPersonPage("register-keeper", { device: "desk" });
  const right = "S900001;Vandermotte;Élise;fr;A;3;2026-02-01;elise.vandermotte@inventee.example";
  const wrong = "S900002;Quintard;Basile;fr;Z;3;2026-02-31;";
  await uploadRegister(keeper, [right, wrong]);
  await keeper.reads(keeper.t("membership:import.status.wrong"));
  const problems = keeper.page.getByRole("table").first();
  await problems.getByText(keeper.t("membership:import.problem.bad-date")).waitFor();
  await problems.getByText(keeper.t("membership:import.problem.unknown-category")).waitFor();
  const write = keeper.page.locator("summary", {
    hasText: keeper.t("membership:import.write.label"),
  });
  expect(await write.count(), "a way to write it").toBe(0);

  await uploadRegister(keeper, [right]);
  await keeper.reads(keeper.t("membership:import.status.checked"));
  await keeper.confirm("membership:import.write.label", "membership:import.write.confirm");
  await keeper.reads(keeper.t("membership:import.means.written"));
  const { rows } = await stage.pool.query(
    "SELECT family_name FROM person WHERE register_no LIKE 'S90000%'",
  );
  expect(rows).toEqual([{ family_name: "Vandermotte" }]);
});

it("lets the desk help somebody whose address does not work", async () => {
  const desk = await stage.newPersonPage("desk", { device: "desk" });
  await desk.goTo("/membership/desk");
  await desk.page.getByRole("searchbox").fill("Krautwisch");
  await desk.button("membership:search.submit").click();
  const fold = desk.page.locator("details", { hasText: desk.t("membership:desk.code.why") });
  await fold.locator("summary").click();
  await fold.getByLabel(desk.t("membership:desk.reason")).fill("Identiteitskaart gezien");
  await fold.getByRole("button").click();
  const code = await desk.page.locator(".desk-code").innerText();

  const helped = await stage.newPersonPage(null, { language: "de" });
  await helped.goTo("/sign-in");
  await helped.page.getByRole("link", { name: helped.t("sign-in:desk.enter") }).click();
  await helped.page.getByLabel(helped.t("sign-in:desk.codeLabel")).fill(code.toLowerCase());
  await helped.button("sign-in:code.enter").click();
  await helped.reads("Annelie Krautwisch");
});
