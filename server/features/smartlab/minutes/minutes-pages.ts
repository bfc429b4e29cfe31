import type { Actor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { agreementsNeeded } from "#domain/smartlab/minutes/minutes.ts";
import { textOf } from "#domain/smartlab/minutes/shared-text.ts";
import type { MinutesCard, MinutesPage, MinutesVersion } from "#wire/lab-minutes.ts";
import type { LabInside } from "#wire/lab-work.ts";
import { epochMs } from "../../../platform/instants.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Platform } from "../../../platform/platform.ts";
import { gatheringFor } from "../../workers-assembly/cards.ts";
import { labAccess } from "../access.ts";
import { type Client, headOf, isId } from "../work/frame.ts";
import { updatesOf } from "./minutes-log.ts";

const CARD = `
  m.id, m.title, m.phase, m.visibility, ${epochMs("m.made_at")} AS "madeAt",
  ${epochMs("x.starts_at")} AS "meetingAt", ${epochMs("m.approved_at")} AS "approvedAt"`;
const CARDS = `lab_minutes m LEFT JOIN lab_meeting x ON x.id = m.meeting_id`;
const MOST_CARDS = 100;

/** All minutes of a lab, for its people; the approved and public ones for everybody else. */
export async function minutesList(
  { pool }: Platform,
  actor: Actor,
  slug: string,
): Promise<
  Result<{
    lab: LabInside;
    minutes: MinutesCard[];
    meetings: { id: string; title: string; startsAt: number }[];
  }>
> {
  const lab = await labAccess(pool, actor, slug);
  if (!lab) return refuse("not-found");
  const { rows } = await pool.query<MinutesCard>(
    `SELECT ${CARD} FROM ${CARDS} WHERE m.lab_id = $1 AND ($2 OR m.visibility = 'public')
     ORDER BY coalesce(x.starts_at, m.made_at) DESC LIMIT ${MOST_CARDS}`,
    [lab.labId, lab.role !== undefined],
  );
  const meetings = lab.role ? await meetingsWithout(pool, lab.labId) : [];
  return ok({ lab: headOf(lab), minutes: rows.map(withoutNulls), meetings });
}

/** Meetings whose minutes nobody began. */
async function meetingsWithout(client: Client, labId: string) {
  const { rows } = await client.query<{ id: string; title: string; startsAt: number }>(
    `SELECT x.id, x.title, ${epochMs("x.starts_at")} AS "startsAt" FROM lab_meeting x
     WHERE x.lab_id = $1 AND x.cancelled_at IS NULL
       AND NOT EXISTS (SELECT FROM lab_minutes m WHERE m.meeting_id = x.id)
     ORDER BY x.starts_at DESC LIMIT 12`,
    [labId],
  );
  return rows;
}

type MinutesRead = { minutes: MinutesCard; seq: number; proposedVersion: number };

/** One text: as it is written, or as it was approved. */
export async function minutesPage(
  platform: Platform,
  actor: Actor,
  { slug, minutesId, version }: { slug: string; minutesId: string; version?: number },
): Promise<Result<{ lab: LabInside; page: MinutesPage }>> {
  const { pool } = platform;
  const lab = await labAccess(pool, actor, slug);
  if (!lab || !isId(minutesId)) return refuse("not-found");
  const found = await minutesRow(pool, minutesId, lab.labId);
  if (!found) return refuse("not-found");
  const { minutes, seq } = found;
  const inside = lab.role !== undefined;
  if (!inside && minutes.visibility !== "public") {
    return refuse(actor.kind === "person" ? "lab-people-only" : "not-signed-in");
  }
  const text = await textNow(pool, found);
  const agreed = await agreementOf(pool, { minutesId, labId: lab.labId, actor, inside });
  const page = { minutes, seq, text, agreed };
  if (!inside) return ok({ lab: headOf(lab), page: { ...page, versions: [], proposeIn: [] } });
  const versions = await versionsOf(pool, minutesId);
  const shown = version ? await versionText(pool, minutesId, version) : undefined;
  // What is still being written is nothing to go on from.
  const proposeIn = minutes.phase === "approved" ? await gatheringFor(platform, actor) : [];
  const given = { ...page, versions, proposeIn, ...(shown ? { shown } : {}) };
  return ok({ lab: headOf(lab), page: given });
}

async function minutesRow(
  client: Client,
  minutesId: string,
  labId: string,
): Promise<MinutesRead | undefined> {
  const { rows } = await client.query<MinutesCard & Omit<MinutesRead, "minutes">>(
    `SELECT ${CARD}, m.last_seq AS seq, coalesce(m.proposed_version, 0) AS "proposedVersion"
     FROM ${CARDS} WHERE m.id = $1 AND m.lab_id = $2`,
    [minutesId, labId],
  );
  if (!rows[0]) return undefined;
  const { seq, proposedVersion, ...minutes } = withoutNulls(rows[0]);
  return { minutes, seq, proposedVersion };
}

/** What was proposed is what is read over and approved; before that, what is written. */
async function textNow(client: Client, { minutes, proposedVersion }: MinutesRead) {
  if (minutes.phase === "draft") return textOf(await updatesOf(client, minutes.id));
  return (await versionText(client, minutes.id, proposedVersion))?.text ?? "";
}

const VERSION = `v.number, v.reason, ${nameOf("p")} AS by, ${epochMs("v.at")} AS at`;
const MOST_VERSIONS = 40;

async function versionsOf(client: Client, minutesId: string): Promise<MinutesVersion[]> {
  const { rows } = await client.query<MinutesVersion>(
    `SELECT ${VERSION} FROM lab_minutes_version v LEFT JOIN person p ON p.id = v.kept_by
     WHERE v.minutes_id = $1 ORDER BY v.number DESC LIMIT ${MOST_VERSIONS}`,
    [minutesId],
  );
  return rows.map(withoutNulls);
}

async function versionText(client: Client, minutesId: string, number: number) {
  const { rows } = await client.query<MinutesVersion & { text: string }>(
    `SELECT ${VERSION}, v.text FROM lab_minutes_version v LEFT JOIN person p ON p.id = v.kept_by
     WHERE v.minutes_id = $1 AND v.number = $2`,
    [minutesId, number],
  );
  return rows[0] && withoutNulls(rows[0]);
}

/** Who agreed is told to the group; everybody else reads that it was approved. */
async function agreementOf(
  client: Client,
  of: { minutesId: string; labId: string; actor: Actor; inside: boolean },
): Promise<MinutesPage["agreed"]> {
  if (!of.inside) return { names: [], mine: false, needed: 0 };
  const me = of.actor.kind === "person" ? of.actor.personId : "";
  const { rows } = await client.query<{ names: string[]; mine: boolean; people: number }>(
    `SELECT coalesce(array_agg(${nameOf("p")} ORDER BY a.at), '{}') AS names,
       coalesce(bool_or(p.id::text = $3), false) AS mine,
       (SELECT count(*)::int FROM lab_person j WHERE j.lab_id = $2 AND j.standing = 'joined')
         AS people
     FROM lab_minutes_agreement a JOIN person p ON p.id = a.person_id WHERE a.minutes_id = $1`,
    [of.minutesId, of.labId, me],
  );
  const { names = [], mine = false, people = 0 } = rows[0] ?? {};
  return { names, mine, needed: agreementsNeeded(people) };
}
