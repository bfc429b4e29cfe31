import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { assemblyOf, changeUrns } from "./change-urns.ts";

type Input = { decisionId: string; opener: string; sealed: string };

/**
 * A scrutineer's share, sealed for the process that opens now: nothing else can read it, and that
 * process checks it. A process that came in between has another key; the browser gives again.
 */
export async function giveShare(
  platform: Platform,
  actor: Actor,
  { decisionId, opener, sealed }: Input,
): Promise<Result<null>> {
  const assemblyId = await assemblyOf(platform, decisionId);
  if (!assemblyId) return refuse("not-found");
  const change = { action: "urn.keep", assemblyId, journalAs: "urn.give-share" } as const;
  return changeUrns<null>(platform, actor, change, async (client, { personId }) => {
    const { rows } = await client.query<{ opener: string; holds: boolean }>(
      `SELECT o.opener, EXISTS (SELECT FROM urn_share s
         WHERE s.decision_id = o.decision_id AND s.person_id = $2) AS holds
       FROM urn_opening o WHERE o.decision_id = $1 FOR SHARE OF o`,
      [decisionId, personId],
    );
    const [opening] = rows;
    if (!opening) return refuse("opening-not-asked");
    if (!opening.holds) return refuse("not-scrutineer");
    if (opening.opener !== opener) return refuse("changed-meanwhile");
    await client.query(
      `INSERT INTO urn_share_given (decision_id, person_id, opener, sealed) VALUES ($1, $2, $3, $4)
       ON CONFLICT (decision_id, person_id)
       DO UPDATE SET opener = EXCLUDED.opener, sealed = EXCLUDED.sealed`,
      [decisionId, personId, opener, Buffer.from(sealed, "base64url")],
    );
    return ok({ value: null, journal: { subject: `decision:${decisionId}` } });
  });
}
