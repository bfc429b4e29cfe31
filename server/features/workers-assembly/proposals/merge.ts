import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { MERGE_MOST } from "#domain/workers-assembly/stage.ts";
import type { ProposalCommands } from "#wire/proposals.ts";
import { isoDay } from "../../../platform/instants.ts";
import type { Platform } from "../../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../../platform/refusable.ts";
import { settle } from "../../notifications/notify.ts";
import { asCoordinator } from "../../surveys/standing.ts";
import { type Client, type Edition, lockEdition, noteOn, onEdition } from "../edition.ts";
import { carryOut } from "./carry-out.ts";
import { lockProposals } from "./on-proposal.ts";
import { fits } from "./propose.ts";
import { asParticipant } from "./standing.ts";
import { mergeKey, tellAuthors } from "./tell.ts";

/** Offers one wording for several proposals; each of their authors is asked, for themselves. */
export function offerMerge(
  platform: Platform,
  actor: Actor,
  given: ProposalCommands["proposal.offer-merge"],
): Promise<Result<{ mergeId: string }>> {
  return onEdition(platform, actor, given.slug, async (client, edition, by) => {
    if (edition.stage !== "gathering") return refuse("proposal-frozen");
    const now = platform.clock.now();
    if (given.answerBy <= dayInBrussels(now)) return refuse("survey-past-day");
    const ids = Object.keys(given.part);
    if (ids.length < 2 || ids.length > MERGE_MOST) return refuse("proposal-merge-two");
    if (!(await fits(client, edition, given))) return refuse("bad-input");
    const parts = await lockProposals(client, edition.id, ids);
    if (parts.length < ids.length) return refuse("not-found");
    if (parts.some(({ state }) => state !== "open")) return refuse("wrong-phase");
    if (await anyOffered(client, ids)) return refuse("proposal-merge-open");
    const authors = await authorsOf(client, ids);
    // Whose author is erased from the register stays as it is: nobody agrees in their place.
    if (!authors.everyPartHasOne) return refuse("proposal-without-author");
    const mergeId = platform.random.uuid();
    await insertMerge(client, { mergeId, edition, given, ids, authors: authors.ids.length });
    await tellAuthors(platform, client, { edition, mergeId, ids, to: authors.ids });
    await noteOn(client, {
      actorId: by.personId,
      action: "proposal.merge-offered",
      editionId: edition.id,
      at: now,
    });
    return ok({ mergeId });
  });
}

type NewMerge = {
  mergeId: string;
  edition: Edition;
  given: ProposalCommands["proposal.offer-merge"];
  ids: string[];
  authors: number;
};

async function insertMerge(
  client: PoolClient,
  { mergeId, edition, given, ids, authors }: NewMerge,
): Promise<void> {
  const { kind, theme, city, language, sentence, paragraph, note, answerBy } = given;
  await client.query(
    `INSERT INTO proposal_merge (id, workers_assembly_id, kind, theme, city, language, sentence,
       paragraph, note, answer_by, authors)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[mergeId, edition.id, kind, theme, city, language, sentence, paragraph, note],
      ...[answerBy, authors],
    ],
  );
  await client.query(
    "INSERT INTO proposal_merge_part (merge_id, proposal_id) SELECT $1, unnest($2::uuid[])",
    [mergeId, ids],
  );
}

async function anyOffered(client: Client, ids: readonly string[]): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM proposal_merge_part p JOIN proposal_merge m ON m.id = p.merge_id
     WHERE p.proposal_id = ANY($1::uuid[]) AND m.state = 'open'`,
    [ids],
  );
  return rowCount !== 0;
}

/** Who wrote any of them, a person once. */
async function authorsOf(client: Client, ids: readonly string[]) {
  const { rows } = await client.query<{ person: string; proposal: string }>(
    `SELECT person_id AS person, proposal_id AS proposal FROM proposal_person
     WHERE proposal_id = ANY($1::uuid[]) AND part = 'author'`,
    [ids],
  );
  return {
    ids: [...new Set(rows.map(({ person }) => person))],
    everyPartHasOne: new Set(rows.map(({ proposal }) => proposal)).size === ids.length,
  };
}

/** An author agrees, or would rather that theirs stays: then all stay. */
export function answerMerge(
  platform: Platform,
  actor: Actor,
  { mergeId, agrees }: ProposalCommands["proposal.answer-merge"],
): Promise<Result<null>> {
  return onMerge(platform, mergeId, async (client, edition, merge) => {
    const by = await asParticipant(platform, client, actor, edition);
    if (!by.ok) return by;
    const parts = await partsOf(client, mergeId);
    const authors = await authorsOf(client, parts);
    if (!authors.ids.includes(by.value.personId)) return refuse("not-allowed");
    const now = platform.clock.now();
    if (merge.state !== "open" || merge.answerBy < dayInBrussels(now)) return refuse("wrong-phase");
    if (agrees === "false") {
      await end(platform, client, mergeId, "declined");
      return ok(null);
    }
    await client.query(
      "INSERT INTO proposal_merge_consent VALUES ($1, $2) ON CONFLICT DO NOTHING",
      [mergeId, by.value.personId],
    );
    await settle(platform, client, mergeKey(mergeId), [by.value.personId]);
    if (await allAgree(client, merge, authors.ids)) {
      await lockProposals(client, edition.id, parts);
      await carryOut(platform, client, { mergeId, edition, parts });
    }
    return ok(null);
  });
}

/** The coordination takes its offer back. */
export function endMerge(
  platform: Platform,
  actor: Actor,
  { mergeId }: ProposalCommands["proposal.end-merge"],
): Promise<Result<null>> {
  return onMerge(platform, mergeId, async (client, edition, merge) => {
    const by = await asCoordinator(platform, client, actor, edition.campaignId);
    if (!by.ok) return by;
    if (merge.state !== "open") return refuse("wrong-phase");
    await end(platform, client, mergeId, "lapsed");
    return ok(null);
  });
}

type Merge = { id: string; state: string; answerBy: string; authors: number };

async function onMerge(
  platform: Platform,
  mergeId: string,
  work: (client: PoolClient, edition: Edition, merge: Merge) => Promise<Result<null>>,
): Promise<Result<null>> {
  return inTransactionUnlessRefused(platform.pool, async (client) => {
    const { rows: found } = await client.query<{ slug: string }>(
      `SELECT w.slug FROM proposal_merge m JOIN workers_assembly w ON w.id = m.workers_assembly_id
       WHERE m.id = $1`,
      [mergeId],
    );
    const edition = found[0] && (await lockEdition(client, found[0].slug));
    if (!edition) return refuse("not-found");
    const { rows } = await client.query<Merge>(
      `SELECT id, state, ${isoDay("answer_by")} AS "answerBy", authors
       FROM proposal_merge WHERE id = $1 FOR UPDATE`,
      [mergeId],
    );
    return work(client, edition, rows[0]!);
  });
}

async function partsOf(client: Client, mergeId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT proposal_id AS id FROM proposal_merge_part WHERE merge_id = $1",
    [mergeId],
  );
  return rows.map(({ id }) => id);
}

/** As many as were asked, and everybody who is an author today. */
async function allAgree(
  client: Client,
  merge: Merge,
  authors: readonly string[],
): Promise<boolean> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT person_id AS id FROM proposal_merge_consent WHERE merge_id = $1",
    [merge.id],
  );
  const agreed = new Set(rows.map(({ id }) => id));
  return agreed.size >= merge.authors && authors.every((id) => agreed.has(id));
}

async function end(
  platform: Platform,
  client: PoolClient,
  mergeId: string,
  state: "declined" | "lapsed",
): Promise<void> {
  await client.query("UPDATE proposal_merge SET state = $2 WHERE id = $1", [mergeId, state]);
  await settle(platform, client, mergeKey(mergeId));
}

/** Offers that were not agreed to in time end: what nobody answers stays as it is. */
export async function lapseMerges(
  platform: Platform,
  client: PoolClient,
  which: { before: string } | { editionId: string },
): Promise<void> {
  const [condition, value] =
    "before" in which
      ? ["answer_by < $1::date", which.before]
      : ["workers_assembly_id = $1::uuid", which.editionId];
  const { rows } = await client.query<{ id: string }>(
    `UPDATE proposal_merge SET state = 'lapsed' WHERE state = 'open' AND ${condition} RETURNING id`,
    [value],
  );
  for (const { id } of rows) await settle(platform, client, mergeKey(id));
}
