import type { PoolClient } from "pg";
import type { NoticeKind } from "#wire/notifications.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import { notify, settle } from "../notifications/notify.ts";

type Told = {
  kind: Extract<NoticeKind, `mandate-${string}`>;
  mandateId: string;
  assembly: { id: string; slug: string };
  /** The other one: who gives, or who holds. */
  other: string;
};

/** Tells one of the two what the other did; what waited for an answer waits no more. */
export async function tellOfMandate(
  platform: Platform,
  client: PoolClient,
  { kind, mandateId, assembly, other }: Told,
  to: string,
): Promise<void> {
  if (kind !== "mandate-given") await settle(platform, client, `mandate-given:${mandateId}`);
  await notify(
    platform,
    client,
    {
      kind,
      body: `assembly:${assembly.id}`,
      link: `/assembly/${assembly.slug}/mandates`,
      details: { name: await readName(client, other) },
      key: `${kind}:${mandateId}`,
      urgency: "soon",
    },
    [to],
  );
}

async function readName(client: PoolClient, personId: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT ${nameOf("person")} AS name
     FROM person WHERE id = $1`,
    [personId],
  );
  return rows[0]?.name ?? "";
}
