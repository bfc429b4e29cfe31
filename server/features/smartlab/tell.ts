import type { ClientBase } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Standing } from "#domain/smartlab/people.ts";
import type { Notice } from "#wire/notifications.ts";
import type { Platform } from "../../platform/platform.ts";
import { notify } from "../notifications/notify.ts";
import type { Client, LabRow } from "./repository.ts";

type Told = Pick<Notice, "kind" | "urgency"> & {
  /** The same person hears of the same thing once: what makes it another one. */
  about: string;
  details?: Notice["details"];
  /** The end of the path below the lab's page. */
  at?: string;
  by?: string;
};

/** Tells people one thing about a lab, in the transaction that gives reason for it. */
export async function tellOfLab(
  platform: Platform,
  client: ClientBase,
  lab: Pick<LabRow, "id" | "slug" | "title">,
  { kind, urgency, about, details, at = "", by }: Told,
  to: readonly string[],
): Promise<void> {
  const notice: Notice = {
    kind,
    urgency,
    body: `lab:${lab.id}`,
    bodyName: lab.title,
    link: `/smartlab/${lab.slug}${at}`,
    details: { lab: lab.title, ...details },
    key: `${kind}:${lab.id}:${about}`,
    ...(by ? { by } : {}),
  };
  await notify(platform, client, notice, to);
}

/** Those who stand so to a lab. */
export async function personsOf(
  client: Client,
  labId: string,
  standings: readonly Standing[],
): Promise<string[]> {
  return idsOf(
    client,
    "SELECT person_id AS id FROM lab_person WHERE lab_id = $1 AND standing = ANY($2)",
    [labId, standings],
  );
}

export async function leadsOf(client: Client, labId: string): Promise<string[]> {
  return idsOf(
    client,
    `SELECT person_id AS id FROM lab_person
     WHERE lab_id = $1 AND standing = 'joined' AND role IN ('initiator', 'co-facilitator')`,
    [labId],
  );
}

/** The support team: who may open a lab. */
export async function supportTeam(client: Client, now: Date): Promise<string[]> {
  return idsOf(
    client,
    `SELECT DISTINCT person_id AS id FROM role_grant
     WHERE body = 'cooperative' AND role IN ('support_staff', 'organiser')
       AND valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)`,
    [dayInBrussels(now)],
  );
}

async function idsOf(client: Client, sql: string, values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(sql, values);
  return rows.map(({ id }) => id);
}
