import { createHmac } from "node:crypto";
import type { Language } from "#domain/kernel/languages.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { createSealing } from "../../platform/sealing.ts";
import { sameHash } from "../../auth/hashes.ts";
import { inTransaction } from "../../platform/database.ts";
import { keepChoices } from "./choices.ts";
import { sayBody } from "./say-notice.ts";

/**
 * Links under which a person wants no more mails of a body. They work signed out, open nothing and
 * show nothing of an account: signed with the installation's key, kept in no table of secrets.
 */
export type UnsubscribeLinks = {
  /** Of a body, or "*" for every digest. */
  url: (personId: string, body: string) => string;
  read: (token: string) => { personId: string; body: string } | undefined;
};

const MAC_LENGTH = 32;

export function createUnsubscribeLinks(env: Platform["env"]): UnsubscribeLinks {
  let key: Buffer | undefined;
  const mac = (said: string) =>
    createHmac("sha256", (key ??= createSealing(env).derive("notifications/unsubscribe")))
      .update(said)
      .digest("base64url")
      .slice(0, MAC_LENGTH);
  return {
    url: (personId, body) => {
      const said = Buffer.from(`${personId} ${body}`).toString("base64url");
      return `${env.publicUrl}/unsubscribe/${said}.${mac(said)}`;
    },
    read: (token) => {
      const [said = "", given = ""] = token.split(".");
      if (!sameHash(mac(said), given)) return undefined;
      const [personId = "", body = ""] = Buffer.from(said, "base64url").toString().split(" ");
      return { personId, body };
    },
  };
}

/** What a link would end, in words; nothing of whose it is. */
export async function whatEnds(
  { pool }: Platform,
  links: UnsubscribeLinks,
  { token, language }: { token: string; language: Language },
): Promise<Result<{ everything: boolean; name: string }>> {
  const read = links.read(token);
  if (!read) return refuse("not-found");
  if (read.body === "*") return ok({ everything: true, name: "" });
  const { rows } = await pool.query<{ bodyName: string }>(
    `SELECT body_name AS "bodyName" FROM notice
     WHERE person_id = $1 AND body = $2 ORDER BY id DESC LIMIT 1`,
    [read.personId, read.body],
  );
  const name = sayBody(read.body, rows[0]?.bodyName ?? "", language);
  return ok({ everything: false, name });
}

/** No more mails of this: on their page they are still told. Statutory mails go on. */
export async function unsubscribe(
  { pool }: Platform,
  links: UnsubscribeLinks,
  token: string,
): Promise<Result<null>> {
  const read = links.read(token);
  if (!read) return refuse("not-found");
  const kept = await inTransaction(pool, (client) =>
    keepChoices(client, read.personId, read.body, { mail: "none" }),
  );
  return kept ? ok(null) : refuse("not-found");
}
