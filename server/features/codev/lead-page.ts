import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { LeadPage } from "#wire/codev-board.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Sealing } from "../../platform/sealing.ts";
import { interviewPurpose } from "./facilitators.ts";
import { filesOf } from "./files.ts";
import { sideOf } from "./frames.ts";
import { cyclesOf, officesOf } from "./front-page.ts";
import type { Client } from "./rows.ts";

const MOST_INTERVIEWS = 40;

/** What a facilitator has: their place in the pool, with whom they led, interviews to hold. */
export async function leadPage(
  { pool, clock }: Platform,
  sealing: Sealing,
  actor: Actor,
): Promise<Result<LeadPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "codev.join-pool", COOPERATIVE)) return refuse("not-allowed");
  const me = actor.personId;
  const profile = await profileOf(pool, me);
  const today = dayInBrussels(clock.now());
  const offices = await officesOf(pool, today);
  const advises = (await sideOf(pool, actor, today)) === "support";
  const files = advises && { files: await filesOf(pool, me) };
  if (!profile) return ok({ offices, ...files, cycles: [], history: [], interviews: [] });
  const past = profile.stage !== "learning";
  const [cycles, history, interviews] = await Promise.all([
    cyclesOf(pool, me),
    historyOf(pool, me),
    past ? interviewsFor(pool, sealing, me, profile.languages) : [],
  ]);
  return ok({
    profile,
    offices,
    ...files,
    cycles: cycles.filter((cycle) => cycle.as === "facilitator"),
    history,
    interviews,
  });
}

async function profileOf(client: Client, me: string): Promise<LeadPage["profile"]> {
  const { rows } = await client.query<NonNullable<LeadPage["profile"]>>(
    `SELECT side, stage, trained_on::text AS "trainedOn", languages, modes,
       office_id AS "officeId", slots, capacity FROM codev_facilitator WHERE person_id = $1`,
    [me],
  );
  return rows[0] && withoutNulls(rows[0]);
}

async function historyOf(client: Client, me: string): Promise<LeadPage["history"]> {
  const { rows } = await client.query<LeadPage["history"][number]>(
    `SELECT c.name, ${nameOf("p")} AS "with", c.created_at::date::text AS since
     FROM codev_pair mine
     JOIN codev_pair other ON other.cycle_id = mine.cycle_id AND other.side <> mine.side
     JOIN codev_cycle c ON c.id = mine.cycle_id JOIN person p ON p.id = other.person_id
     WHERE mine.person_id = $1 AND c.state <> 'cancelled' ORDER BY c.created_at DESC LIMIT 50`,
    [me],
  );
  return rows;
}

type InterviewRow = Omit<LeadPage["interviews"][number], "notes"> & { sealed: Buffer | null };

/** Those who wait and speak a language of mine; the notes are those that I wrote myself. */
async function interviewsFor(
  client: Client,
  sealing: Sealing,
  me: string,
  languages: readonly string[],
): Promise<LeadPage["interviews"]> {
  const { rows } = await client.query<InterviewRow>(
    `SELECT a.id, ${nameOf("p")} AS name, a.language, a.mode, a.trade,
       nullif(i.facilitator_id = $1, false) AS mine,
       CASE WHEN i.facilitator_id = $1 THEN i.notes END AS sealed,
       i.erase_on::text AS "eraseOn"
     FROM codev_application a JOIN person p ON p.id = a.person_id
     LEFT JOIN codev_interview i ON i.application_id = a.id
     WHERE a.language = ANY ($2) AND a.person_id <> $1
       AND (a.state = 'waiting' OR (a.state = 'interviewed' AND i.facilitator_id = $1))
     ORDER BY a.asked_at LIMIT ${String(MOST_INTERVIEWS)}`,
    [me, languages],
  );
  return rows.map(({ sealed, ...row }) => ({
    ...withoutNulls(row),
    ...(sealed && { notes: sealing.unseal(interviewPurpose(row.id), sealed).toString() }),
  }));
}
