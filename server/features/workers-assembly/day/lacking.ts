import { proposalCode } from "#domain/workers-assembly/stage.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Lacking } from "#wire/workers-day-pages.ts";
import type { Client, Edition } from "../edition.ts";

/** What stands between the debates and their votes: those not over, and texts nobody has reviewed. */
export async function lackingOf(
  client: Client,
  { id, languages }: Pick<Edition, "id" | "languages">,
): Promise<Lacking> {
  const { rows } = await client.query<{ number: number; step: string; behind: Language[] }>(
    `SELECT p.number, d.step, ARRAY(SELECT l FROM unnest($2::text[]) l
       WHERE l <> v.language AND NOT EXISTS (SELECT FROM debate_text t WHERE t.debate_id = d.id
         AND t.language = l AND t.of_version = v.version AND t.reviewed)) AS behind
     FROM debate d JOIN proposal p ON p.id = d.proposal_id
     CROSS JOIN LATERAL (SELECT version, language FROM debate_version t WHERE t.debate_id = d.id
       ORDER BY version DESC LIMIT 1) v
     WHERE d.workers_assembly_id = $1 ORDER BY p.number`,
    [id, languages],
  );
  return {
    unfinished: rows
      .filter(({ step }) => step !== "done")
      .map(({ number }) => proposalCode(number)),
    unreviewed: rows.flatMap(({ number, behind }) =>
      behind.map((language) => ({ code: proposalCode(number), language })),
    ),
  };
}
