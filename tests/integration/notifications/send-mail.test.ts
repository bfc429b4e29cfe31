import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeFor, createSignInWorld, type SignInWorld } from "../auth/sign-in-world.ts";
import { startSmtpServer, type SmtpServer } from "./smtp-server.ts";

let smtp: SmtpServer;
let world: SignInWorld;
beforeAll(async () => {
  smtp = await startSmtpServer();
  world = await createSignInWorld(3, {
    SMTP_URL: smtp.url,
    MAIL_FROM: "Palabre <palabre@coop.example>",
  });
});
afterAll(async () => {
  await world.close();
  smtp.close();
});

async function mailTo(address: string) {
  const { rows } = await world.pool.query<{ id: string; body: string; sent_at: Date | null }>(
    "SELECT id, body, sent_at FROM mail WHERE recipient = $1",
    [address],
  );
  return rows[0];
}

async function send(address: string): Promise<void> {
  const mail = await mailTo(address);
  const tools = { progress: () => Promise.resolve() };
  await world.container.jobs["mail.send"]?.({ mailId: mail?.id ?? "" }, tools);
}

describe("a mail", () => {
  it("leaves once, in the reader's language, and its body is erased", async () => {
    const address = world.addressOf(0);
    const { code } = await codeFor(world, address);
    await Promise.all([send(address), send(address)]);
    await send(address);
    expect(smtp.taken).toHaveLength(1);
    const [mail] = smtp.taken;
    expect(mail).toContain(`To: ${address}`);
    expect(mail).toContain(code);
    expect(mail).toMatch(/Content-Language: (fr|nl|de|en)/);
    const row = await mailTo(address);
    expect(row?.body).toBe("");
    expect(row?.sent_at).not.toBeNull();
  });

  it("is tried again when the server is not ready, and the failure names nobody", async () => {
    const address = world.addressOf(1);
    await codeFor(world, address);
    smtp.answerRecipients("451 later");
    await expect(send(address)).rejects.toThrow(/^The mail server did not take a mail$/);
    expect((await mailTo(address))?.sent_at).toBeNull();
    smtp.answerRecipients("250 ok");
    await send(address);
    expect((await mailTo(address))?.sent_at).not.toBeNull();
  });

  it("that bounces marks the address for the desk and is not kept", async () => {
    const address = world.addressOf(2);
    await codeFor(world, address);
    smtp.answerRecipients("550 no such mailbox");
    await send(address);
    expect(await mailTo(address)).toBeUndefined();
    const { rows } = await world.pool.query("SELECT email_status FROM person WHERE email = $1", [
      address,
    ]);
    expect(rows).toEqual([{ email_status: "bounced" }]);
  });

  it("is never readable on a page where SMTP is set", async () => {
    const stored = await world.container.api.notifications.storedMails({ loopback: true });
    expect(stored).toMatchObject({ ok: false });
  });
});
