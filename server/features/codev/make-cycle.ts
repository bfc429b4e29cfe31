import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { instantOf, localTime } from "#domain/kernel/local-time.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { planDays } from "#domain/codev/dates.ts";
import { leadOf } from "#domain/codev/pairing.ts";
import type { CodevCommands, CodevResults } from "#wire/codev.ts";
import type { Platform } from "../../platform/platform.ts";
import { checkTogether } from "./apart.ts";
import { officeFor } from "./apply.ts";
import { organising } from "./frames.ts";
import type { GroupTexts } from "./group-key.ts";
import { tell } from "./tell.ts";

type Input = CodevCommands["codev.make-cycle"];

const MINUTE_MS = 60_000;

/**
 * Makes a group of people who wait, with the pair that leads it and all its dates, and invites them.
 * Two who are kept apart, or a facilitator and somebody whose file they hold, are refused.
 */
export function makeCycle(
  platform: Platform,
  texts: GroupTexts,
  actor: Actor,
  input: Input,
): Promise<Result<CodevResults["codev.make-cycle"]>> {
  return organising(platform, actor, "codev.cycle-made", async (client, { personId }) => {
    const officeId = await officeFor(client, input);
    if (!officeId.ok) return officeId;
    const fit = await checkPeople(client, input);
    if (!fit.ok) return fit;
    const dates = datesOf(input);
    if (!dates) return refuse("bad-input");
    const cycleId = platform.random.uuid();
    const now = platform.clock.now();
    await client.query(
      `INSERT INTO codev_cycle (id, name, state, language, mode, office_id, place, link, created_by,
         created_at)
       VALUES ($1, $2, 'signing', $3, $4, $5, $6, $7, $8, $9)`,
      [
        cycleId,
        input.name,
        input.language,
        input.mode,
        officeId.value,
        input.place,
        input.link,
        personId,
        now,
      ],
    );
    await texts.begin(client, cycleId);
    await invite(client, { cycleId, persons: shuffled(platform, input.personIds), now });
    await savePair(client, cycleId, input);
    await saveDates(client, cycleId, { dates, ...input });
    const told = { cycleId, what: "invited", kind: "codev-invited" } as const;
    const details = { name: input.name };
    await tell(platform, client, { ...told, details }, input.personIds);
    await tell(platform, client, { ...told, details }, [input.memberId, input.supportId]);
    return ok({ cycleId });
  });
}

/** Everybody waits, they may be a group, and the two who lead are one of each side. */
async function checkPeople(client: PoolClient, input: Input): Promise<Result<null>> {
  const { personIds, memberId, supportId } = input;
  const everybody = [...personIds, memberId, supportId];
  if (new Set(everybody).size !== everybody.length) return refuse("bad-input");
  const { rows } = await client.query<{ waiting: number; pair: boolean }>(
    `SELECT
       (SELECT count(*)::int FROM codev_application
         WHERE person_id = ANY ($1) AND state IN ('waiting', 'interviewed')) AS waiting,
       (SELECT count(*) = 2 AND bool_or(stage = 'ready') AND bool_and(stage <> 'learning')
         FROM codev_facilitator
         WHERE (person_id, side) IN (($2, 'member'), ($3, 'support'))) AS pair`,
    [personIds, memberId, supportId],
  );
  const [found] = rows;
  if (found?.waiting !== personIds.length || !found.pair) return refuse("changed-meanwhile");
  return checkTogether(client, { participants: personIds, leaders: [memberId, supportId] });
}

type PlannedDate = { position: number; spare: boolean; startsAt: Date; endsAt: Date };

/** The same hour of the cooperative's clock each time, summer or winter. */
function datesOf({ first, minutes, intervalDays, personIds, holidays }: Input) {
  const [day = "", hour = ""] = localTime(first).split("T");
  const wanted = { day, intervalDays, members: personIds.length, holidays };
  const dates: PlannedDate[] = [];
  for (const planned of planDays(wanted)) {
    const startsAt = instantOf(`${planned.day}T${hour}`);
    if (!startsAt) return undefined;
    const endsAt = new Date(startsAt.getTime() + minutes * MINUTE_MS);
    dates.push({ position: planned.position, spare: planned.spare, startsAt, endsAt });
  }
  return dates;
}

/** By lot: the order in which turns are planned favours nobody. */
function shuffled({ random }: Platform, ids: readonly string[]): string[] {
  const left = [...ids];
  return ids.map(() => left.splice(random.below(left.length), 1)[0]!);
}

async function invite(
  client: PoolClient,
  { cycleId, persons, now }: { cycleId: string; persons: string[]; now: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO codev_participant (cycle_id, person_id, state, lot, since)
     SELECT $1, p.id, 'invited', p.lot, $3
     FROM unnest($2::uuid[]) WITH ORDINALITY AS p (id, lot)`,
    [cycleId, persons, now],
  );
  await client.query(
    "UPDATE codev_application SET state = 'invited', cycle_id = $1 WHERE person_id = ANY ($2)",
    [cycleId, persons],
  );
}

async function savePair(
  client: PoolClient,
  cycleId: string,
  { memberId, supportId }: Pick<Input, "memberId" | "supportId">,
): Promise<void> {
  await client.query(
    `INSERT INTO codev_pair (cycle_id, person_id, side)
     VALUES ($1, $2, 'member'), ($1, $3, 'support')`,
    [cycleId, memberId, supportId],
  );
}

async function saveDates(
  client: PoolClient,
  cycleId: string,
  { dates, ...pair }: { dates: PlannedDate[]; memberId: string; supportId: string },
): Promise<void> {
  const rows = dates.map((date) => ({ ...date, ...leadOf(date.position, pair) }));
  await client.query(
    `INSERT INTO codev_session
       (cycle_id, position, spare, starts_at, ends_at, lead_id, second_id)
     SELECT $1, "position", spare, "startsAt", "endsAt", "leadId", "secondId"
     FROM jsonb_to_recordset($2::jsonb) AS d ("position" smallint, spare boolean,
       "startsAt" timestamptz, "endsAt" timestamptz, "leadId" uuid, "secondId" uuid)`,
    [cycleId, JSON.stringify(rows)],
  );
}
