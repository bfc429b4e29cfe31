import { endWithoutConsultation } from "#domain/codev/client-of-day.ts";
import type { Course } from "#domain/codev/course.ts";
import { hold } from "#domain/codev/rotation-acts.ts";
import { STEPS } from "#domain/codev/steps.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { GroupTexts } from "../group-key.ts";
import { loadGroup, saveGroup } from "../group.ts";
import { actsOf, readCourse } from "./acts.ts";
import { changeSession, type Changing } from "./change.ts";

type Input = {
  sessionId: string;
  mood: number;
  incident: boolean;
  keepNotes: boolean;
  at?: number | undefined;
};

/**
 * Ends a session: what organisers learn of it is whether it was held, how many were there, the mood
 * and whether there was an incident (rules §2.4). Its course is forgotten, and the notes of the
 * facilitators with it unless they keep them until the cycle is purged.
 */
export function closeSession(
  platform: Platform,
  texts: GroupTexts,
  actor: Actor,
  { sessionId, mood, incident, keepNotes, at }: Input,
): Promise<Result<null>> {
  const change = { sessionId, parts: ["facilitator"], told: "group", ledger: true } as const;
  return changeSession(platform, actor, change, async (changing) => {
    const { client, session, actor: person } = changing;
    if (session.state !== "open") return refuse("wrong-phase");
    if (at !== undefined && (await wentOn(changing, at))) return refuse("codev-went-on");
    const counted = await countTurn(changing);
    if (!counted.ok) return counted;
    await noteAttendance(changing, platform.clock.now());
    await client.query(
      `UPDATE codev_session SET mood = $2, incident = $3, reported_at = $4,
         present = (SELECT count(*) FROM codev_attendance
           WHERE session_id = $1 AND state = 'present')
       WHERE id = $1`,
      [sessionId, mood, incident, platform.clock.now()],
    );
    await forgetCourse(changing);
    if (keepNotes) return ok(null);
    const { cycleId } = session;
    const notes = { cycleId, sessionId, personId: person.personId, kind: "pair-notes" } as const;
    await texts.write(client, notes, "");
    return ok(null);
  });
}

/** Who closed without a network does not end what the others went on with after that. */
async function wentOn({ client, session }: Changing, at: number): Promise<boolean> {
  return (await actsOf(client, session.id)).some((act) => act.at > at);
}

/** Writes into the ledger whose turn it was; where the group did not consult, the turn is owed. */
async function countTurn({ client, session }: Changing): Promise<Result<null>> {
  const { id, cycleId, clientIds } = session;
  const group = await loadGroup(client, cycleId);
  const clients = clientIds.slice(0, consultations(await readCourse(client, session)));
  if (clients.length === 0) {
    await saveGroup(client, cycleId, endWithoutConsultation(group, id));
    return ok(null);
  }
  const { rows } = await client.query<{ id: string }>(
    `SELECT person_id AS id FROM codev_attendance WHERE session_id = $1 AND state = 'present'`,
    [id],
  );
  const present = rows.map((row) => row.id);
  const held = hold(group, id, { present, clients });
  if (!held.ok) return held;
  await saveGroup(client, cycleId, held.value);
  return ok(null);
}

/** How many were consulted: who was not, because time ran out before, is owed the turn. */
function consultations({ step, turn, skipped }: Course): number {
  const reached = STEPS.indexOf(step) >= STEPS.indexOf("consultation") && !skipped.consultation;
  return turn - 1 + (reached ? 1 : 0);
}

/** Who spoke, who stopped and when: nothing of it is left, in the log of the room neither. */
async function forgetCourse({ client, session }: Changing): Promise<void> {
  await client.query("DELETE FROM codev_act WHERE session_id = $1", [session.id]);
  await client.query(
    `UPDATE live_room SET view = view - 'acts' WHERE room = 'codev/' || $1 || '/facilitator'`,
    [session.id],
  );
}

/** Whoever was not seen was not there; an excuse stays one. */
async function noteAttendance({ client, session }: Changing, at: Date): Promise<void> {
  await client.query(
    `INSERT INTO codev_attendance (session_id, person_id, state, at)
     SELECT $1, person_id, 'absent', $3 FROM codev_participant
     WHERE cycle_id = $2 AND state = 'active'
     ON CONFLICT (session_id, person_id) DO NOTHING`,
    [session.id, session.cycleId, at],
  );
}
