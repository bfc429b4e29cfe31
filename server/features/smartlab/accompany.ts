import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isAtWork } from "#domain/smartlab/life.ts";
import type { SupportPerson } from "#wire/smartlab-pages.ts";
import type { SmartlabCommands } from "#wire/smartlab.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import { type Client, type LabAct, noteMove, onLab } from "./repository.ts";
import { tellOfLab } from "./tell.ts";

// The support team on a day, `$1`.
const IN_TEAM = `
  SELECT FROM role_grant g
  WHERE g.person_id = p.id AND g.body = 'cooperative' AND g.role = 'support_staff'
    AND g.valid_from <= $1 AND (g.valid_to IS NULL OR g.valid_to >= $1)`;

/** Who else may go along with a lab: the support team, those with the fewest labs first. */
export async function supportPeople(
  client: Client,
  now: Date,
  { not }: { not: string },
): Promise<SupportPerson[]> {
  const { rows } = await client.query<SupportPerson>(
    `SELECT p.id AS "personId", labs.count AS labs,
       ${nameOf("p")} AS name
     FROM person p
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS count FROM lab_person a JOIN lab l ON l.id = a.lab_id
       WHERE a.person_id = p.id AND a.role = 'co-facilitator' AND a.standing = 'joined'
         AND l.state NOT IN ('closed', 'dropped')) AS labs
     WHERE EXISTS (${IN_TEAM}) AND p.id <> $2 ORDER BY labs.count, name, p.id LIMIT 200`,
    [dayInBrussels(now), not],
  );
  return rows;
}

/** Somebody of the team goes along with a lab at work, in the place of who did. */
export function accompanyLab(
  platform: Platform,
  actor: Actor,
  { labId, personId: asked }: SmartlabCommands["smartlab.accompany"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "support" }, async (act) => {
    const { lab, client } = act;
    if (!isAtWork(lab.state) && lab.state !== "paused") return refuse("wrong-phase");
    const now = platform.clock.now();
    const personId = asked || act.actor.personId;
    const named = await goAlong(platform, act, personId);
    if (!named.ok) return named;
    await client.query(
      `UPDATE lab_person SET standing = 'left', since = $3
       WHERE lab_id = $1 AND person_id <> $2 AND role = 'co-facilitator' AND standing = 'joined'`,
      [labId, personId, now],
    );
    await noteMove(client, {
      labId,
      event: "accompanied",
      to: lab.state,
      actorId: act.actor.personId,
      reason: "",
      now,
    });
    return ok(null);
  });
}

/**
 * Makes somebody the co-facilitator of a lab and tells them, unless it is who acts: of the support
 * team, or that very person. Who carries the lab goes along with nobody.
 */
export async function goAlong(
  platform: Platform,
  { lab, client, actor }: LabAct,
  personId: string,
): Promise<Result<null>> {
  const now = platform.clock.now();
  if (personId !== actor.personId && !(await isInTeam(client, personId, now))) {
    return refuse("not-found");
  }
  const kept = await client.query(
    `INSERT INTO lab_person (lab_id, person_id, standing, role, interested_at, joined_at, since)
     VALUES ($1, $2, 'joined', 'co-facilitator', $3, $3, $3)
     ON CONFLICT (lab_id, person_id)
     DO UPDATE SET standing = 'joined', role = 'co-facilitator', since = $3,
       joined_at = coalesce(lab_person.joined_at, $3)
     WHERE lab_person.role <> 'initiator'`,
    [lab.id, personId, now],
  );
  if (!kept.rowCount) return refuse("lab-carried-by-them");
  const about = now.toISOString();
  const told = { kind: "lab-accompany", urgency: "soon", about, by: actor.personId } as const;
  await tellOfLab(platform, client, lab, told, [personId]);
  return ok(null);
}

async function isInTeam(client: Client, personId: string, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM person p WHERE p.id = $2 AND EXISTS (${IN_TEAM})`,
    [dayInBrussels(now), personId],
  );
  return rowCount === 1;
}
