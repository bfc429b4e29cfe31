import type { ClientBase, PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { afterEvent, type LabEvent, type LabNote, type LabState } from "#domain/smartlab/life.ts";
import { type LabRole, leads, type Standing } from "#domain/smartlab/people.ts";
import { epochMs } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../platform/refusable.ts";

export type Client = Pick<ClientBase, "query">;

/** A lab as its rules need it. Counts leave out the co-facilitators: they take no place. */
export type LabRow = {
  id: string;
  slug: string;
  title: string;
  language: Language;
  theme: string;
  city: string;
  online: boolean;
  onlineLink: string;
  state: LabState;
  capacity?: number;
  threshold: number;
  revision: number;
  hasMet: boolean;
  interested: number;
  joined: number;
  waiting: number;
};

/** How the actor stands to a lab. */
export type Own = { standing: Standing; role: LabRole; hadPlace: boolean };

const LAB = `
  l.id, l.slug, l.title, l.language, l.theme, l.city, l.online, l.online_link AS "onlineLink",
  l.state, l.capacity, l.threshold, l.revision,
  EXISTS (SELECT FROM lab_meeting m JOIN lab_attendance a ON a.meeting_id = m.id
    WHERE m.lab_id = l.id AND a.state = 'present') AS "hasMet",
  around.interested, around.joined, around.waiting`;

const AROUND = `
  LEFT JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE p.standing IN ('interested', 'joined')))::int AS interested,
      (count(*) FILTER (WHERE p.standing = 'joined'))::int AS joined,
      (count(*) FILTER (WHERE p.standing = 'waiting'))::int AS waiting
    FROM lab_person p WHERE p.lab_id = l.id AND p.role <> 'co-facilitator') AS around ON true`;

/** A lab, held until the end of the transaction: who asks for a place meanwhile waits. */
export async function lockLab(client: Client, id: string): Promise<LabRow | undefined> {
  const held = await client.query("SELECT FROM lab WHERE id = $1 FOR NO KEY UPDATE", [id]);
  if (!held.rowCount) return undefined;
  // A statement of its own: it sees what those before it in the queue have written.
  const { rows } = await client.query<LabRow>(
    `SELECT ${LAB} FROM lab l ${AROUND} WHERE l.id = $1`,
    [id],
  );
  return rows[0] && withoutNulls(rows[0]);
}

/** Who may do something to a lab. */
export type Asks = "anybody" | "inside" | "lead" | "support" | "lead-or-support";

export type LabAct = { lab: LabRow; own: Own | undefined; actor: PersonActor; client: PoolClient };

/** One transaction with the row of a lab held; who may not is refused before `work` begins. */
export async function onLab<T>(
  platform: Platform,
  actor: Actor,
  { labId, asks }: { labId: string; asks: Asks },
  work: (act: LabAct) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const result = await inTransactionUnlessRefused(platform.pool, async (client) => {
    const lab = await lockLab(client, labId);
    if (!lab) return refuse("not-found");
    const own = await standingOf(client, labId, actor.personId);
    if (!mayAct(actor, own, asks)) return refuse("not-allowed");
    return work({ lab, own, actor, client });
  });
  if (result.ok) platform.outbox.kick();
  return result;
}

/** The same for an act on one of its meetings. */
export async function onMeeting<T>(
  platform: Platform,
  actor: Actor,
  { meetingId, asks }: { meetingId: string; asks: Asks },
  work: (act: LabAct & { meeting: MeetingRow }) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { rows } = await platform.pool.query<{ labId: string }>(
    `SELECT lab_id AS "labId" FROM lab_meeting WHERE id = $1`,
    [meetingId],
  );
  const labId = rows[0]?.labId;
  if (!labId) return refuse("not-found");
  return onLab(platform, actor, { labId, asks }, async (act) => {
    const meeting = await meetingOf(act.client, meetingId);
    return meeting ? work({ ...act, meeting }) : refuse("not-found");
  });
}

function mayAct(actor: PersonActor, own: Own | undefined, asks: Asks): boolean {
  const inside = own?.standing === "joined";
  const leading = inside && leads(own.role);
  const support = can(actor, "lab.support", COOPERATIVE);
  switch (asks) {
    case "anybody":
      return can(actor, "lab.join", COOPERATIVE);
    case "inside":
      return inside;
    case "lead":
      return leading;
    case "support":
      return support;
    case "lead-or-support":
      return leading || support;
  }
}

async function standingOf(
  client: Client,
  labId: string,
  personId: string,
): Promise<Own | undefined> {
  const { rows } = await client.query<Own>(
    `SELECT standing, role, joined_at IS NOT NULL AS "hadPlace"
     FROM lab_person WHERE lab_id = $1 AND person_id = $2`,
    [labId, personId],
  );
  return rows[0];
}

export type MeetingRow = {
  id: string;
  title: string;
  startsAt: number;
  endsAt: number;
  place: string;
  cancelled: boolean;
  revision: number;
};

async function meetingOf(client: Client, id: string): Promise<MeetingRow | undefined> {
  const { rows } = await client.query<MeetingRow>(
    `SELECT id, title, ${epochMs("starts_at")} AS "startsAt", ${epochMs("ends_at")} AS "endsAt", place,
       cancelled_at IS NOT NULL AS cancelled, revision
     FROM lab_meeting WHERE id = $1`,
    [id],
  );
  return rows[0];
}

type Move = { event: LabEvent; actorId?: string; reason?: string; now: Date };

/** Moves a lab on, with its line in the lab's life; refuses where its state does not allow it. */
export async function moveLab(
  client: Client,
  lab: LabRow,
  { event, actorId, reason = "", now }: Move,
): Promise<Result<LabState>> {
  const to = afterEvent(lab.state, event, lab);
  if (!to.ok) return to;
  await client.query("UPDATE lab SET state = $2, revision = revision + 1 WHERE id = $1", [
    lab.id,
    to.value,
  ]);
  await noteMove(client, { labId: lab.id, event, to: to.value, actorId, reason, now });
  return ok(to.value);
}

export async function noteMove(
  client: Client,
  move: {
    labId: string;
    event: LabNote;
    to: LabState;
    actorId: string | undefined;
    reason: string;
    now: Date;
  },
): Promise<void> {
  await client.query(
    `INSERT INTO lab_move (lab_id, event, "to", actor_id, reason, at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [move.labId, move.event, move.to, move.actorId ?? null, move.reason, move.now],
  );
}
