import { SYNTHESIS_DUE_DAYS, synthesisDueOn, synthesisState } from "#domain/programme/synthesis.ts";
import type { SynthesisCard, WrittenText } from "#wire/programme.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Client } from "./rows.ts";

type Row = WrittenText & { siteId: string; endedOn: string; dueDays: number };

/** Where the synthesis of each stop stands on a day, and what is written of it. */
export async function synthesesOf(
  client: Client,
  assemblyId: string,
  today: string,
): Promise<Map<string, SynthesisCard & { written?: WrittenText }>> {
  const { rows } = await client.query<Row>(
    `SELECT x.id AS "siteId", coalesce(y.due_days, $2) AS "dueDays",
       ${isoDay("x.ends_at AT TIME ZONE 'Europe/Brussels'")} AS "endedOn",
       coalesce(y.texts, '{}') AS texts, coalesce(y.revision, 0) AS revision,
       y.published_at IS NOT NULL AS published
     FROM site x LEFT JOIN stop_synthesis y ON y.site_id = x.id
     WHERE x.assembly_id = $1 AND x.kind = 'stop' AND x.cancelled_at IS NULL`,
    [assemblyId, SYNTHESIS_DUE_DAYS],
  );
  return new Map(
    rows.map(({ siteId, endedOn, dueDays, texts, revision, published }) => {
      const dueOn = synthesisDueOn(endedOn, dueDays);
      const state = synthesisState({ published, endedOn, dueOn, today });
      const written = { texts, revision, published };
      return [siteId, { state, dueOn, written }];
    }),
  );
}
