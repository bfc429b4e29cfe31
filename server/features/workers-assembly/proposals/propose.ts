import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ProposalCommands } from "#wire/proposals.ts";
import type { Platform } from "../../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../../platform/refusable.ts";
import { type Client, type Edition, lockEdition } from "../edition.ts";
import { givenSources, keepSources } from "./given-sources.ts";
import { keepVersion, onProposal, partIn } from "./on-proposal.ts";
import { similarTo } from "./similar.ts";
import { asParticipant } from "./standing.ts";

type New = ProposalCommands["proposal.propose"];

/** Proposes one sentence and one paragraph, once what resembles it was seen. */
export function propose(
  platform: Platform,
  actor: Actor,
  given: New,
): Promise<Result<{ id: string }>> {
  return inTransactionUnlessRefused(platform.pool, async (client) => {
    const edition = await lockEdition(client, given.slug);
    if (!edition) return refuse("not-found");
    const by = await asParticipant(platform, client, actor, edition);
    if (!by.ok) return by;
    if (edition.stage !== "gathering") return refuse("proposal-frozen");
    if (!(await fits(client, edition, given))) return refuse("bad-input");
    const { sentence, paragraph, language, kind, theme, city } = given;
    const now = platform.clock.now();
    const to = { edition, by: by.value, language, now };
    const sources = await givenSources(client, given, to);
    if (!sources.ok) return sources;
    const text = `${sentence} ${paragraph}`;
    if (!given.seen && (await similarTo(client, edition.id, { language, text })).length > 0) {
      return refuse("proposal-similar");
    }
    const day = dayInBrussels(now);
    const id = platform.random.uuid();
    await client.query(
      `INSERT INTO proposal (id, workers_assembly_id, kind, theme, city, language, sentence,
         paragraph, proposed_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, edition.id, kind, theme, city, language, sentence, paragraph, day],
    );
    await client.query("INSERT INTO proposal_person VALUES ($1, $2, 'author')", [
      id,
      by.value.personId,
    ]);
    await keepSources(client, id, sources.value);
    await keepVersion(client, id, day);
    return ok({ id });
  });
}

/** Its theme is one of the campaign's, its city an office. */
export async function fits(
  client: Client,
  edition: Edition,
  { theme, city }: Pick<New, "theme" | "city">,
): Promise<boolean> {
  if (!edition.themes.some(({ id }) => id === theme)) return false;
  if (city === "") return true;
  const { rowCount } = await client.query("SELECT FROM office WHERE id = $1", [city]);
  return rowCount === 1;
}

/** Whoever wrote it alone writes it anew; several wrote what was merged, and it stays as they agreed. */
export function changeProposal(
  platform: Platform,
  actor: Actor,
  given: ProposalCommands["proposal.change"],
): Promise<Result<null>> {
  return onProposal(platform, actor, given.proposalId, async (on) => {
    const { client, edition, proposal } = on;
    const mine = await asOnlyAuthor(on);
    if (!mine.ok) return mine;
    if (proposal.revision !== given.revision) return refuse("changed-meanwhile");
    if (!(await fits(client, edition, given))) return refuse("bad-input");
    if (await isOffered(client, proposal.id)) return refuse("proposal-merge-open");
    const { kind, theme, city, language, sentence, paragraph } = given;
    await client.query(
      `UPDATE proposal SET kind = $2, theme = $3, city = $4, language = $5, sentence = $6,
         paragraph = $7, revision = revision + 1 WHERE id = $1`,
      [proposal.id, kind, theme, city, language, sentence, paragraph],
    );
    // What was rendered into the language it is written in now says nothing any more.
    await client.query("DELETE FROM proposal_text WHERE proposal_id = $1 AND language = $2", [
      proposal.id,
      language,
    ]);
    await keepVersion(client, proposal.id, dayInBrussels(platform.clock.now()));
    return ok(null);
  });
}

/** It goes from the wall; its words stay on its own page for those who supported it. */
export function withdrawProposal(
  platform: Platform,
  actor: Actor,
  { proposalId }: ProposalCommands["proposal.withdraw"],
): Promise<Result<null>> {
  return onProposal(platform, actor, proposalId, async (on) => {
    const mine = await asOnlyAuthor(on);
    if (!mine.ok) return mine;
    if (await isOffered(on.client, proposalId)) return refuse("proposal-merge-open");
    await on.client.query("UPDATE proposal SET state = 'withdrawn' WHERE id = $1", [proposalId]);
    return ok(null);
  });
}

type Held = Parameters<Parameters<typeof onProposal>[3]>[0];

async function asOnlyAuthor({ client, edition, proposal, by }: Held): Promise<Result<null>> {
  if (edition.stage !== "gathering") return refuse("proposal-frozen");
  if (proposal.state !== "open") return refuse("wrong-phase");
  const { part, authors } = await partIn(client, proposal.id, by.personId);
  if (part !== "author") return refuse("not-allowed");
  return authors === 1 ? ok(null) : refuse("proposal-several-authors");
}

/** Its authors are being asked whether it goes on in another wording. */
async function isOffered(client: Client, proposalId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM proposal_merge_part p JOIN proposal_merge m ON m.id = p.merge_id
     WHERE p.proposal_id = $1 AND m.state = 'open'`,
    [proposalId],
  );
  return rowCount !== 0;
}
