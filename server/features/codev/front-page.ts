import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { CodevFrontPage, CycleCard, MyApplication, MyConflict } from "#wire/codev-pages.ts";
import { epochMs } from "../../platform/instants.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Sealing } from "../../platform/sealing.ts";
import { ownSpace } from "./afterwards.ts";
import { leads } from "./facilitators.ts";
import { publishedSums } from "./published.ts";
import type { Client } from "./rows.ts";

/** What co-development is, and what the reader has to do with it. */
export async function frontPage(
  platform: Platform,
  sealing: Sealing,
  actor: Actor,
): Promise<CodevFrontPage> {
  const { pool } = platform;
  const today = dayInBrussels(platform.clock.now());
  const [offices, sums] = await Promise.all([officesOf(pool, today), publishedSums(pool)]);
  const rights = {
    signedIn: actor.kind === "person",
    apply: can(actor, "codev.apply", COOPERATIVE),
    organise: can(actor, "codev.organise", COOPERATIVE),
    lead: false,
  };
  const page = { offices, rights, sums, conflicts: [], cycles: [], plans: [], followUps: [] };
  if (actor.kind !== "person") return page;
  const { personId } = actor;
  const [application, conflicts, cycles, own, stage] = await Promise.all([
    applicationOf(pool, personId),
    conflictsOf(pool, personId),
    cyclesOf(pool, personId),
    ownSpace(platform, sealing, personId, today),
    leads(pool, personId),
  ]);
  return {
    ...page,
    rights: { ...rights, lead: stage !== undefined },
    ...(application && { application }),
    conflicts,
    cycles,
    ...(own as Pick<CodevFrontPage, "plans" | "followUps">),
  };
}

export async function officesOf(
  client: Client,
  today: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await client.query<{ id: string; name: string }>(
    "SELECT id, name FROM office WHERE closes_on IS NULL OR closes_on > $1::date ORDER BY name",
    [today],
  );
  return rows;
}

async function applicationOf(client: Client, personId: string): Promise<MyApplication | undefined> {
  const { rows } = await client.query<MyApplication>(
    `SELECT id, state, language, mode, office_id AS "officeId", sector, trade, slots,
       ${epochMs("asked_at")} AS "askedAt"
     FROM codev_application WHERE person_id = $1`,
    [personId],
  );
  return rows[0] && withoutNulls(rows[0]);
}

/** What the reader declared. What others declared of them is shown to nobody. */
async function conflictsOf(client: Client, personId: string): Promise<MyConflict[]> {
  const { rows } = await client.query<MyConflict>(
    `SELECT p.id AS "personId", ${nameOf("p")} AS name, k.kind
     FROM codev_conflict k
     JOIN person p ON p.id = CASE WHEN k.low_id = $1 THEN k.high_id ELSE k.low_id END
     WHERE k.declared_by = $1 ORDER BY k.declared_at`,
    [personId],
  );
  return rows;
}

export async function cyclesOf(client: Client, personId: string): Promise<CycleCard[]> {
  const { rows } = await client.query<CycleCard>(
    `WITH mine AS (
       SELECT cycle_id, 'participant' AS "as", state = 'invited' AS invited
       FROM codev_participant WHERE person_id = $1 AND state IN ('invited', 'active')
       UNION SELECT cycle_id, 'facilitator', false FROM codev_pair WHERE person_id = $1)
     SELECT c.id, c.name, c.state, c.language, c.mode, o.name AS office, mine."as",
       (SELECT json_build_object('id', s.id, 'startsAt', ${epochMs("s.starts_at")})
         FROM codev_session s WHERE s.cycle_id = c.id AND s.state IN ('planned', 'open')
           AND c.state = 'running' ORDER BY s.starts_at LIMIT 1) AS next,
       nullif(mine.invited OR (mine."as" = 'facilitator' AND c.state = 'signing')
         OR EXISTS (SELECT FROM codev_swap w WHERE w.cycle_id = c.id AND w.asked_of = $1
           AND w.state = 'asked'), false) AS waits
     FROM mine JOIN codev_cycle c ON c.id = mine.cycle_id LEFT JOIN office o ON o.id = c.office_id
     WHERE c.purged_at IS NULL
     ORDER BY c.state = 'closed', c.created_at DESC LIMIT 50`,
    [personId],
  );
  return withoutNulls(rows);
}
