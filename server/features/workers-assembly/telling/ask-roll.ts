import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import { employerSide } from "../../../platform/employer-side.ts";
import type { Platform } from "../../../platform/platform.ts";
import { solicit } from "../../notifications/solicitations.ts";
import type { Choosing } from "./choosing.ts";

const SCHEDULE: Actor = { kind: "system" };

/** Whoever votes hears what was chosen so many days after the close, or when the assembly meets. */
const ANSWER_MS = 14 * 86_400_000;

/** SQL: who is on the roll of $1 and has not crossed to the employer's side by day $2. */
export const ON_ROLL_TODAY = `r.assembly_id = $1
  AND NOT ${employerSide("r.person_id", "$2::date")}`;

/**
 * Puts on the one calendar that the roll is asked to vote, and settles whom the cap lets be asked: all
 * of them, whether they voted or not. Refused in a quiet period.
 */
export async function askRoll(
  platform: Platform,
  client: PoolClient,
  { key, assemblyId, slug, titles, meetsOn, vote }: Choosing & { key: string },
): Promise<Result<null>> {
  const today = dayInBrussels(platform.clock.now());
  const { rows } = await client.query<{ persons: string[] }>(
    `SELECT coalesce(array_agg(r.person_id ORDER BY r.person_id), '{}') AS persons
     FROM roll_entry r WHERE ${ON_ROLL_TODAY}`,
    [assemblyId, today],
  );
  const told = dayInBrussels(new Date((vote?.closesAt ?? 0) + ANSWER_MS));
  const granted = await solicit(
    platform,
    client,
    SCHEDULE,
    {
      ...{ key, kind: "vote", body: "cooperative", titles },
      link: `/workers-assembly/${slug}/ranking`,
      whoActs: inLanguage(titles, "fr")?.value ?? slug,
      answerBy: meetsOn && meetsOn > told ? meetsOn : told,
    },
    rows[0]!.persons,
  );
  return granted.ok ? ok(null) : granted;
}
