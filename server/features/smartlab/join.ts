import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isAtWork, isOver } from "#domain/smartlab/life.ts";
import { freed, type Standing, standingFor } from "#domain/smartlab/people.ts";
import type { SmartlabCommands } from "#wire/smartlab.ts";
import type { Platform } from "../../platform/platform.ts";
import { weighInterest } from "./interest.ts";
import { lockLab, onLab, type LabAct } from "./repository.ts";
import { tellOfLab } from "./tell.ts";

/**
 * Is part of a lab from now on: interested while it gathers, with a place or waiting for one once
 * it is open. Asked again it changes nothing and answers the same.
 */
export function joinLab(
  platform: Platform,
  actor: Actor,
  { labId }: SmartlabCommands["smartlab.join"],
): Promise<Result<{ standing: Standing }>> {
  return onLab(platform, actor, { labId, asks: "anybody" }, async (act) => {
    const { lab, own, client } = act;
    const asked = standingFor(lab, lab);
    if (!asked.ok) return asked;
    if (own && isAsIt(own.standing, asked.value)) return ok({ standing: own.standing });
    const now = platform.clock.now();
    // Who waited keeps their turn; who comes back takes a new one.
    await client.query(
      `INSERT INTO lab_person (lab_id, person_id, standing, interested_at, joined_at, since)
       VALUES ($1, $2, $3, $4, CASE WHEN $3 = 'joined' THEN $4::timestamptz END, $4)
       ON CONFLICT (lab_id, person_id) DO UPDATE
       SET standing = $3, turn = DEFAULT, since = $4, role = 'member',
         joined_at = coalesce(lab_person.joined_at, EXCLUDED.joined_at)`,
      [labId, act.actor.personId, asked.value, now],
    );
    if (asked.value === "interested") await weighInterest(platform, act);
    return ok({ standing: asked.value });
  });
}

/** Whether asking would change nothing: has a place, waits for one, or is interested already. */
function isAsIt(standing: Standing, asked: Standing): boolean {
  return standing === "joined" || standing === "waiting" || standing === asked;
}

/**
 * Leaves a lab; whoever waits first has the place, in the same transaction. Who never had a place
 * leaves no trace; of who had one the lab keeps that somebody was there.
 */
export function leaveLab(
  platform: Platform,
  actor: Actor,
  { labId }: SmartlabCommands["smartlab.leave"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "anybody" }, async (act) => {
    const { lab, own, client } = act;
    if (!own || own.standing === "left") return ok(null);
    const carries = own.role === "initiator" && own.standing === "joined";
    if (carries && !isOver(lab.state)) return refuse("lab-hand-over-first");
    const who = [labId, act.actor.personId];
    if (own.hadPlace) {
      await client.query(
        // Who went along stays apart from those whom the lab counts.
        `UPDATE lab_person SET standing = 'left', since = $3,
           role = CASE WHEN role = 'co-facilitator' THEN role ELSE 'member' END
         WHERE lab_id = $1 AND person_id = $2`,
        [...who, platform.clock.now()],
      );
    } else {
      await client.query("DELETE FROM lab_person WHERE lab_id = $1 AND person_id = $2", who);
    }
    await moveUp(platform, act);
    await weighInterest(platform, act);
    // What they have open of its inside hears no more of it.
    await platform.outbox.write(client, [{ topic: "person", person: act.actor.personId }]);
    return ok(null);
  });
}

/** Was told that it opened, and lets this one go by: no more is said of it. */
export function notNow(
  platform: Platform,
  actor: Actor,
  { labId }: SmartlabCommands["smartlab.not-now"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "anybody" }, async (act) => {
    const { lab, own, client } = act;
    if (!own || (own.standing !== "interested" && own.standing !== "waiting")) return ok(null);
    if (!isAtWork(lab.state)) return refuse("wrong-phase");
    await client.query(
      "UPDATE lab_person SET standing = 'not-now', since = $3 WHERE lab_id = $1 AND person_id = $2",
      [labId, act.actor.personId, platform.clock.now()],
    );
    return ok(null);
  });
}

/**
 * Gives every free place to who waits for it longest, and tells them. Called by whatever frees a
 * place, in its own transaction, with the lab's row held.
 */
export async function moveUp(
  platform: Platform,
  { client, lab: { id } }: Pick<LabAct, "client" | "lab">,
): Promise<void> {
  const lab = await lockLab(client, id);
  const places = lab ? freed(lab, lab) : 0;
  if (!lab || places === 0) return;
  const now = platform.clock.now();
  const { rows } = await client.query<{ personId: string }>(
    `UPDATE lab_person SET standing = 'joined', since = $3, joined_at = coalesce(joined_at, $3)
     WHERE lab_id = $1 AND person_id IN (
       SELECT person_id FROM lab_person
       WHERE lab_id = $1 AND standing = 'waiting' ORDER BY turn LIMIT $2)
     RETURNING person_id AS "personId"`,
    [id, places, now],
  );
  const told = { kind: "lab-place-freed", urgency: "soon", about: now.toISOString() } as const;
  const persons = rows.map(({ personId }) => personId);
  await tellOfLab(platform, client, lab, told, persons);
}
