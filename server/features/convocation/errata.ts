import type { ClientBase } from "pg";
import { correctionOf } from "#domain/convocation/erratum.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ConvenedVote, ConvocationInput } from "#wire/convocation.ts";
import type { Platform } from "../../platform/platform.ts";
import { journal } from "../../platform/journal.ts";
import { changeSession } from "../live-session/change-session.ts";

type Client = Pick<ClientBase, "query">;
type Texts = Partial<Record<string, { title: string; text: string }>>;

/**
 * Corrects a slip of the pen in the text of a vote that was convened and has not opened, in the open
 * (rules §1.3): both wordings, the reason and the day are published. Another text is refused.
 */
export async function correctText(
  platform: Platform,
  actor: Actor,
  { assemblyId, decisionId, language, part, seen, corrected, reason }: ConvocationInput<"correct">,
): Promise<Result<null>> {
  const change = { action: "assembly.convene", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, { phase }, { personId }) => {
    if (phase === "closed") return refuse("wrong-phase");
    const { rows } = await client.query<{ phase: string; texts: Texts }>(
      `SELECT phase, texts FROM decision WHERE id = $1 AND assembly_id = $2 AND convened FOR UPDATE`,
      [decisionId, assemblyId],
    );
    const [vote] = rows;
    const before = vote?.texts[language]?.[part];
    if (!vote || before === undefined) return refuse("not-found");
    if (vote.phase !== "draft") return refuse("wrong-phase");
    if (before !== seen) return refuse("changed-meanwhile");
    const correction = correctionOf(before, corrected);
    if (correction === "unchanged") return refuse("bad-input");
    if (correction === "another-text") return refuse("another-text");
    const now = platform.clock.now();
    await client.query(
      "UPDATE decision SET texts = jsonb_set(texts, $2, to_jsonb($3::text)) WHERE id = $1",
      [decisionId, [language, part], corrected],
    );
    await client.query(
      `INSERT INTO erratum (id, assembly_id, decision_id, language, part, before, after, reason, at, by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        platform.random.uuid(),
        assemblyId,
        decisionId,
        language,
        part,
        before,
        corrected,
        reason,
        now,
        personId,
      ],
    );
    await journal(client, {
      actorId: personId,
      action: "convocation.corrected",
      subject: `assembly:${assemblyId}`,
      reason,
      at: now,
    });
    return ok({ value: null });
  });
}

/** The votes of which a slip may still be corrected, in the order of the agenda. */
export async function correctableVotes(
  client: Client,
  assemblyId: string,
): Promise<ConvenedVote[]> {
  const { rows } = await client.query<{ id: string; texts: Texts }>(
    `SELECT d.id, d.texts FROM decision d JOIN agenda_item i ON i.id = d.item_id
     WHERE d.assembly_id = $1 AND d.convened AND d.phase = 'draft'
     ORDER BY i.position, d.position, d.id`,
    [assemblyId],
  );
  return rows.map(({ id, texts }) => ({ decisionId: id, texts: texts as Translated<TextsOfVote> }));
}

type TextsOfVote = { title: string; text: string };
