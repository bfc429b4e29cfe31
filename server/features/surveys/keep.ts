import { dayInBrussels } from "#domain/kernel/day.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Sealing } from "../../platform/sealing.ts";
import { closeSurveys } from "./close.ts";
import { pourTrays } from "./pour.ts";

/** Job process: hours that have come, trays that are full, and what was kept long enough. */
export async function keepSurveys(platform: Platform, sealing: Sealing): Promise<void> {
  await closeSurveys(platform, sealing);
  await pourTrays(platform, sealing);
  await deleteOldAnswers(platform);
}

/** A year after the close only what was published is left (rules 5.4). */
async function deleteOldAnswers({ pool, clock }: Platform): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT s.id FROM survey s WHERE s.closed_on < $1::date - interval '12 months'
       AND EXISTS (SELECT FROM survey_population p WHERE p.survey_id = s.id)`,
    [dayInBrussels(clock.now())],
  );
  for (const { id } of rows) {
    await inTransaction(pool, async (client) => {
      await client.query(
        `UPDATE survey_demand d SET past_answers = past_answers + (
           SELECT count(*) FROM survey_text x WHERE x.demand_id = d.id) WHERE d.survey_id = $1`,
        [id],
      );
      for (const table of ["survey_text", "survey_answer", "survey_mark", "survey_population"]) {
        await client.query(`DELETE FROM ${table} WHERE survey_id = $1`, [id]);
      }
    });
  }
}
