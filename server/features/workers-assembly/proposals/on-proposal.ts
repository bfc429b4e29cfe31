import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { ProposalKind } from "#domain/workers-assembly/stage.ts";
import type { Platform } from "../../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../../platform/refusable.ts";
import { type Client, type Edition, lockEdition } from "../edition.ts";
import { asParticipant } from "./standing.ts";

export type ProposalRow = {
  id: string;
  number: number | null;
  kind: ProposalKind;
  theme: string;
  city: string;
  alsoThemes: string[];
  alsoCities: string[];
  language: Language;
  sentence: string;
  paragraph: string;
  state: "open" | "merged" | "withdrawn";
  revision: number;
};

const PROPOSAL = `
  SELECT p.id, p.number, p.kind, p.theme, p.city, p.also_themes AS "alsoThemes",
    p.also_cities AS "alsoCities", p.language, p.sentence, p.paragraph, p.state, p.revision
  FROM proposal p`;

/** Proposals of one edition by their ids, held in the order of their ids. */
export async function lockProposals(
  client: Client,
  editionId: string,
  ids: readonly string[],
): Promise<ProposalRow[]> {
  const { rows } = await client.query<ProposalRow>(
    `${PROPOSAL} WHERE p.workers_assembly_id = $1 AND p.id = ANY($2::uuid[])
     ORDER BY p.id FOR UPDATE`,
    [editionId, ids],
  );
  return rows;
}

type On = { client: PoolClient; edition: Edition; proposal: ProposalRow; by: PersonActor };

/**
 * Work of whoever takes part on one proposal. The edition is held with it: while the list is being
 * frozen nothing changes on it, and nothing after.
 */
export function onProposal<T>(
  platform: Platform,
  actor: Actor,
  proposalId: string,
  work: (on: On) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inTransactionUnlessRefused(platform.pool, async (client) => {
    const slug = await editionOf(client, proposalId);
    const edition = slug === undefined ? undefined : await lockEdition(client, slug);
    if (!edition) return refuse("not-found");
    const by = await asParticipant(platform, client, actor, edition);
    if (!by.ok) return by;
    const [proposal] = await lockProposals(client, edition.id, [proposalId]);
    return proposal ? work({ client, edition, proposal, by: by.value }) : refuse("not-found");
  });
}

/** The address of the edition that a proposal is in. */
export async function editionOf(client: Client, proposalId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ slug: string }>(
    `SELECT w.slug FROM proposal p JOIN workers_assembly w ON w.id = p.workers_assembly_id
     WHERE p.id = $1`,
    [proposalId],
  );
  return rows[0]?.slug;
}

/** How somebody stands behind a proposal, and how many wrote it. */
export async function partIn(
  client: Client,
  proposalId: string,
  personId: string,
): Promise<{ part: "author" | "supporter" | null; authors: number }> {
  const { rows } = await client.query<{ part: "author" | "supporter" | null; authors: number }>(
    `SELECT max(part) FILTER (WHERE person_id = $2) AS part,
       (count(*) FILTER (WHERE part = 'author'))::int AS authors
     FROM proposal_person WHERE proposal_id = $1`,
    [proposalId, personId],
  );
  return rows[0]!;
}

/** Keeps a wording as one of its versions. */
export async function keepVersion(client: Client, proposalId: string, day: string): Promise<void> {
  await client.query(
    `INSERT INTO proposal_version (proposal_id, revision, kind, theme, city, language, sentence,
       paragraph, written_on)
     SELECT id, revision, kind, theme, city, language, sentence, paragraph, $2
     FROM proposal WHERE id = $1`,
    [proposalId, day],
  );
}
