import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { Lacking, Pair, ProposalDesk } from "#wire/proposal-pages.ts";
import type { ProposalDeskSearch } from "#wire/proposals.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, type Edition, editionHead, seenByCoordinator } from "../edition.ts";
import { countRoll } from "../organise/close-roll.ts";
import { allCities, WORDING } from "./cards.ts";
import { openOffers } from "./offers.ts";
import { writingOf } from "./writing.ts";
import { frozenOf } from "./wall-page.ts";

const PAIRS = 10;
const TEXTS = 10;

/** Where the coordination gathers what is alike, has texts reviewed, and freezes the list. */
export async function proposalDesk(
  platform: Platform,
  actor: Actor,
  slug: string,
  asked: ProposalDeskSearch,
): Promise<Result<ProposalDesk>> {
  const { pool, clock } = platform;
  const seen = await seenByCoordinator(platform, actor, slug);
  if (!seen.ok) return seen;
  const edition = seen.value;
  const today = dayInBrussels(clock.now());
  const gathering = edition.stage === "gathering";
  const [head, cities, counts, pairs, confirmed, offers, lacking, answered] = await Promise.all([
    editionHead(platform, actor, edition),
    allCities(pool),
    countsOf(pool, edition),
    pairsOf(pool, edition.id, { state: "found", page: asked.page }),
    pairsOf(pool, edition.id, { state: "confirmed", page: 1 }),
    openOffers(pool, edition.id),
    lackingOf(pool, edition, asked.texts),
    answersOn(pool, edition.id),
  ]);
  const writing = gathering ? await writingOf(pool, edition.id, asked) : undefined;
  const rollSize = gathering ? await countRoll(pool, edition.campaignId, today) : undefined;
  const { search, pairCount, open } = counts;
  return ok({
    ...{ head, cities, pairs, pairCount, confirmed, offers, answered, open, today },
    ...(search ? { search } : {}),
    page: asked.page,
    pages: Math.max(1, Math.ceil(pairCount / PAIRS)),
    ...(writing ? { writing } : {}),
    lacking: lacking.rows,
    lackingCount: lacking.total,
    texts: asked.texts,
    textPages: Math.max(1, Math.ceil(lacking.total / TEXTS)),
    ...(rollSize === undefined ? {} : { rollSize }),
    ...frozenOf(edition),
  });
}

type Counts = Pick<ProposalDesk, "search" | "pairCount" | "open">;

async function countsOf(client: Client, { id }: Edition): Promise<Counts> {
  const { rows } = await client.query<Counts>(
    `SELECT (SELECT count(*)::int FROM proposal
        WHERE workers_assembly_id = $1 AND state = 'open') AS open,
       (SELECT count(*)::int FROM proposal_pair r JOIN proposal a ON a.id = r.a_id
        JOIN proposal b ON b.id = r.b_id WHERE r.workers_assembly_id = $1 AND r.state = 'found'
          AND a.state = 'open' AND b.state = 'open') AS "pairCount",
       (SELECT json_build_object('state', s.state, 'done', s.done, 'total', s.total,
          'found', s.found) FROM proposal_search s WHERE s.workers_assembly_id = $1) AS search`,
    [id],
  );
  return rows[0]!;
}

async function pairsOf(
  client: Client,
  editionId: string,
  { state, page }: { state: "found" | "confirmed"; page: number },
): Promise<Pair[]> {
  const { rows } = await client.query<Pair>(
    `SELECT ${WORDING("a")} AS a, ${WORDING("b")} AS b, r.language, r.score FROM proposal_pair r
     JOIN proposal a ON a.id = r.a_id AND a.state = 'open'
     JOIN proposal b ON b.id = r.b_id AND b.state = 'open'
     WHERE r.workers_assembly_id = $1 AND r.state = $2
     ORDER BY r.score DESC, r.a_id, r.b_id LIMIT ${PAIRS} OFFSET $3`,
    [editionId, state, (page - 1) * PAIRS],
  );
  return rows;
}

/** Texts that are missing, unread, or older than what they render. */
async function lackingOf(client: Client, edition: Edition, page: number) {
  const { rows } = await client.query<Lacking & { total: number }>(
    `SELECT p.id, p.kind, p.theme, p.language, p.sentence, p.paragraph, p.city, l.language AS in,
       CASE WHEN t.proposal_id IS NULL THEN 'missing' WHEN t.of_revision < p.revision THEN 'stale'
         ELSE 'waits' END AS state, (count(*) OVER ())::int AS total
     FROM unnest($2::text[]) AS l (language)
     JOIN proposal p ON p.workers_assembly_id = $1 AND p.state = 'open' AND p.language <> l.language
     LEFT JOIN proposal_text t ON t.proposal_id = p.id AND t.language = l.language
     WHERE t.reviewed_by IS NULL OR t.of_revision < p.revision
     ORDER BY t.proposal_id IS NULL, p.number, p.id, l.language LIMIT ${TEXTS} OFFSET $3`,
    [edition.id, edition.languages, (page - 1) * TEXTS],
  );
  return { total: rows[0]?.total ?? 0, rows };
}

async function answersOn(client: Client, editionId: string): Promise<ProposalDesk["answered"]> {
  const { rows } = await client.query<ProposalDesk["answered"][number]>(
    `SELECT q.id, q.question, q.answer, ${WORDING("p")} AS proposal FROM proposal_question q
     JOIN proposal p ON p.id = q.proposal_id
     WHERE p.workers_assembly_id = $1 AND p.state = 'open' ORDER BY q.id DESC LIMIT 20`,
    [editionId],
  );
  return rows;
}
