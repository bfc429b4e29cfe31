import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { SmartlabCommands } from "#wire/smartlab.ts";
import type { Platform } from "../../platform/platform.ts";

/** More wishes than this are no wish any more. */
const MOST_ALERTS = 20;

/** "Tell me when one opens": asked twice it is one wish. */
export async function addAlert(
  { pool, clock }: Platform,
  actor: Actor,
  { theme, language, city }: SmartlabCommands["smartlab.add-alert"],
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { personId } = actor;
  const kept = await pool.query(
    `INSERT INTO lab_alert (person_id, theme, language, city, made_at)
     SELECT $1, $2, $3, $4, $5
     WHERE (SELECT count(*) FROM lab_alert WHERE person_id = $1) < ${MOST_ALERTS}
     ON CONFLICT (person_id, theme, language, city) DO UPDATE SET made_at = EXCLUDED.made_at`,
    [personId, theme, language, city, clock.now()],
  );
  return kept.rowCount === 0 ? refuse("too-many-requests") : ok(null);
}

export async function dropAlert(
  { pool }: Platform,
  actor: Actor,
  { theme, language, city }: SmartlabCommands["smartlab.drop-alert"],
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  await pool.query(
    "DELETE FROM lab_alert WHERE person_id = $1 AND theme = $2 AND language = $3 AND city = $4",
    [actor.personId, theme, language, city],
  );
  return ok(null);
}
