import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ProposalCommands } from "#wire/proposals.ts";
import type { Platform } from "../../../platform/platform.ts";
import { settle } from "../../notifications/notify.ts";
import { type Client, onEdition } from "../edition.ts";
import { editionOf, lockProposals, onProposal, partIn } from "./on-proposal.ts";
import { tellOfQuestion } from "./tell.ts";

/** The coordination asks whoever wrote a proposal something; the answer bears nobody's name. */
export async function askAuthors(
  platform: Platform,
  actor: Actor,
  { proposalId, question }: ProposalCommands["proposal.ask-authors"],
): Promise<Result<null>> {
  const slug = await editionOf(platform.pool, proposalId);
  if (slug === undefined) return refuse("not-found");
  return onEdition(platform, actor, slug, async (client, edition) => {
    const [proposal] = await lockProposals(client, edition.id, [proposalId]);
    if (!proposal) return refuse("not-found");
    if (proposal.state !== "open") return refuse("wrong-phase");
    const questionId = platform.random.uuid();
    await client.query(
      "INSERT INTO proposal_question (id, proposal_id, question, asked_on) VALUES ($1, $2, $3, $4)",
      [questionId, proposalId, question, dayInBrussels(platform.clock.now())],
    );
    await tellOfQuestion(platform, client, { edition, id: proposalId, questionId });
    return ok(null);
  });
}

/** One of its authors answers, for all of them: the last answer stands. */
export async function answerQuestion(
  platform: Platform,
  actor: Actor,
  { questionId, answer }: ProposalCommands["proposal.answer-question"],
): Promise<Result<null>> {
  const proposalId = await proposalOf(platform.pool, questionId);
  if (proposalId === undefined) return refuse("not-found");
  return onProposal(platform, actor, proposalId, async ({ client, by }) => {
    const { part } = await partIn(client, proposalId, by.personId);
    if (part !== "author") return refuse("not-allowed");
    await client.query("UPDATE proposal_question SET answer = $2 WHERE id = $1", [
      questionId,
      answer,
    ]);
    await settle(platform, client, `proposal-question:${questionId}`);
    return ok(null);
  });
}

async function proposalOf(client: Client, questionId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT proposal_id AS id FROM proposal_question WHERE id = $1",
    [questionId],
  );
  return rows[0]?.id;
}
