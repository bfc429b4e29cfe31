import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { RefusalCode, Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { UrnResults } from "#wire/urns.ts";
import { keepsPlace } from "../../../platform/apart-sql.ts";
import type { Platform } from "../../../platform/platform.ts";
import { inElectorate } from "../elector-sql.ts";
import { assemblyOf, changeUrns } from "./change-urns.ts";
import { lockForPaper, type PaperVote } from "./lock-for-paper.ts";

type Input = { decisionIds: string[]; electorId: string };
type Given = UrnResults["paper.give"];

/**
 * Hands somebody a slip for each of these votes: the mark on the roll is the same as for a
 * credential, so nobody votes in two ways. The slip itself carries no name and no number.
 */
export async function givePaper(
  platform: Platform,
  actor: Actor,
  { decisionIds, electorId }: Input,
): Promise<Result<Given>> {
  const assemblyId = await assemblyOf(platform, decisionIds[0] ?? "");
  if (!assemblyId) return refuse("not-found");
  const day = dayInBrussels(platform.clock.now());
  const change = { action: "paper.give", assemblyId, journalAs: "paper.give" } as const;
  return changeUrns<Given>(platform, actor, change, async (client, { personId }) => {
    // Nobody at a desk serves themselves.
    if (personId === electorId) return refuse("not-allowed");
    const answer: Given = { given: [], refused: [] };
    const refused: RefusalCode[] = [];
    for (const decisionId of decisionIds.toSorted()) {
      const vote = await lockForPaper(client, decisionId);
      const code =
        vote?.assembly_id === assemblyId
          ? await mark(client, vote, { decisionId, electorId, helperId: personId, day })
          : "not-found";
      if (!code) {
        answer.given.push(decisionId);
        continue;
      }
      refused.push(code);
      answer.refused.push({ decisionId, code });
    }
    const [first] = refused;
    if (answer.given.length === 0 && first) return refuse(first);
    return ok({ value: answer, journal: { subject: `person:${electorId}` } });
  });
}

type Mark = { decisionId: string; electorId: string; helperId: string; day: string };

/** Marks the roll, or says why not. */
async function mark(
  client: PoolClient,
  { phase, rollTaken, poured }: PaperVote,
  { decisionId, electorId, helperId, day }: Mark,
): Promise<RefusalCode | undefined> {
  if (!rollTaken) return "roll-not-taken";
  if (phase !== "draft" && phase !== "open") return "vote-closed";
  if (poured) return "wrong-phase";
  const { rows } = await client.query<{ entitled: boolean; marked: boolean }>(
    `WITH entitled AS (
       SELECT roll.person_id
       FROM decision d JOIN roll_entry roll ON roll.assembly_id = d.assembly_id
       WHERE d.id = $1 AND roll.person_id = $2 AND ${inElectorate()}
         AND ${keepsPlace("d.assembly_id", "roll.person_id", "$4::date")}
     ), marked AS (
       INSERT INTO credential_issue (decision_id, elector_id, channel, batch, helper_id)
       SELECT $1, person_id, 'paper', 0, $3 FROM entitled
       ON CONFLICT (decision_id, elector_id) DO NOTHING
       RETURNING elector_id
     )
     SELECT EXISTS (SELECT FROM entitled) AS entitled, EXISTS (SELECT FROM marked) AS marked`,
    [decisionId, electorId, helperId, day],
  );
  if (!rows[0]?.entitled) return "not-entitled";
  return rows[0].marked ? undefined : "marked-otherwise";
}
