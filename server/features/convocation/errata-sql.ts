import type { ClientBase } from "pg";
import { correctedWords } from "#domain/convocation/erratum.ts";
import type { Erratum } from "#wire/convocation.ts";
import { epochMs } from "../../platform/instants.ts";

/** What was corrected since the convocation left, the first one first; public. */
export async function errataOf(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
): Promise<Erratum[]> {
  const { rows } = await client.query<Erratum>(
    `SELECT e.language, e.part, e.before, e.after, e.reason, ${epochMs("e.at")} AS at,
       coalesce((SELECT json_object_agg(key, value ->> 'title') FROM jsonb_each(d.texts)), '{}')
         AS vote
     FROM erratum e JOIN decision d ON d.id = e.decision_id
     WHERE e.assembly_id = $1 ORDER BY e.at, e.id LIMIT 200`,
    [assemblyId],
  );
  return rows.map((row) => ({ ...row, ...correctedWords(row.before, row.after) }));
}
