import type { ClientBase } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { ANSWERERS, answerersBody } from "#domain/ledger/answerers.ts";
import type { Addressee } from "#domain/ledger/life.ts";
import type { Notice } from "#wire/notifications.ts";
import type { Platform } from "../../platform/platform.ts";
import { notify } from "../notifications/notify.ts";
import type { Client } from "./repository.ts";

type Told = Pick<Notice, "kind" | "urgency"> & {
  /** The same person hears of the same thing once: what makes it another one. */
  about: string;
  details?: Notice["details"];
  by?: string;
};

/** Tells people one thing about an item, in the transaction that gives reason for it. */
export async function tellOfItem(
  platform: Pick<Platform, "clock" | "outbox">,
  client: ClientBase,
  item: { id: string; number: number; title: string },
  { kind, urgency, about, details, by }: Told,
  to: readonly string[],
): Promise<void> {
  const notice: Notice = {
    kind,
    urgency,
    body: "ledger",
    link: `/ledger/${item.number}`,
    details: { item: item.title, number: item.number, ...details },
    key: `${kind}:${item.id}:${about}`,
    ...(by ? { by } : {}),
  };
  await notify(platform, client, notice, to);
}

/** Its authors and those who support it. */
export function peopleBehind(client: Client, itemId: string): Promise<string[]> {
  return idsOf(client, "SELECT person_id AS id FROM ledger_person WHERE item_id = $1", [itemId]);
}

/** Those who owe the answers of an addressee today. */
export function answerersOf(client: Client, addressee: Addressee, now: Date): Promise<string[]> {
  return idsOf(
    client,
    `SELECT DISTINCT person_id AS id FROM role_grant
     WHERE role = ANY($1) AND body IN ('cooperative', $2)
       AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)`,
    [ANSWERERS[addressee], answerersBody(addressee), dayInBrussels(now)],
  );
}

async function idsOf(client: Client, sql: string, values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(sql, values);
  return rows.map(({ id }) => id);
}
