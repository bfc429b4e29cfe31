import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isBefore } from "#domain/workers-assembly/stage.ts";
import type { ProposalCommands } from "#wire/proposals.ts";
import type { Platform } from "../../../platform/platform.ts";
import { coordinates } from "../../surveys/standing.ts";
import { onEdition } from "../edition.ts";
import { editionOf, lockProposals, onProposal, partIn } from "./on-proposal.ts";

/** Writes it in another language: whoever wrote it, or coordinates. Somebody else reviews it. */
export function translateProposal(
  platform: Platform,
  actor: Actor,
  { proposalId, language, revision, sentence, paragraph }: ProposalCommands["proposal.translate"],
): Promise<Result<null>> {
  return onProposal(platform, actor, proposalId, async ({ client, edition, proposal, by }) => {
    const { part } = await partIn(client, proposal.id, by.personId);
    const may = part === "author" || (await coordinates(platform, by, edition.campaignId, client));
    if (!may) return refuse("not-allowed");
    if (!isBefore(edition.stage, "ranking") || proposal.state !== "open") {
      return refuse("proposal-frozen");
    }
    if (language === proposal.language) return refuse("bad-input");
    if (proposal.revision !== revision) return refuse("changed-meanwhile");
    await client.query(
      `INSERT INTO proposal_text (proposal_id, language, sentence, paragraph, of_revision, written_by)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (proposal_id, language) DO UPDATE SET sentence = excluded.sentence,
         paragraph = excluded.paragraph, of_revision = excluded.of_revision,
         written_by = excluded.written_by, reviewed_by = NULL`,
      [proposal.id, language, sentence, paragraph, revision, by.personId],
    );
    return ok(null);
  });
}

/** A coordinator who did not write it has read it against the wording that holds. */
export async function reviewText(
  platform: Platform,
  actor: Actor,
  read: ProposalCommands["proposal.review"],
): Promise<Result<null>> {
  const slug = await editionOf(platform.pool, read.proposalId);
  if (slug === undefined) return refuse("not-found");
  return onEdition(platform, actor, slug, async (client, edition, by) => {
    if (!isBefore(edition.stage, "ranking")) return refuse("proposal-frozen");
    const [proposal] = await lockProposals(client, edition.id, [read.proposalId]);
    return proposal ? review(client, proposal.revision, read, by) : refuse("not-found");
  });
}

type Text = { sentence: string; paragraph: string; ofRevision: number; writtenBy: string | null };

async function review(
  client: PoolClient,
  revision: number,
  read: ProposalCommands["proposal.review"],
  by: PersonActor,
): Promise<Result<null>> {
  const { rows } = await client.query<Text>(
    `SELECT sentence, paragraph, of_revision AS "ofRevision", written_by AS "writtenBy"
     FROM proposal_text WHERE proposal_id = $1 AND language = $2 FOR UPDATE`,
    [read.proposalId, read.language],
  );
  const [text] = rows;
  if (!text) return refuse("not-found");
  const same = text.sentence === read.sentence && text.paragraph === read.paragraph;
  if (!same || text.ofRevision !== revision) return refuse("changed-meanwhile");
  if (text.writtenBy === by.personId) return refuse("survey-own-words");
  await client.query(
    "UPDATE proposal_text SET reviewed_by = $3 WHERE proposal_id = $1 AND language = $2",
    [read.proposalId, read.language, by.personId],
  );
  return ok(null);
}
