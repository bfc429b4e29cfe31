import type { Actor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isBefore } from "#domain/workers-assembly/stage.ts";
import type {
  AuthorsQuestion,
  ProposalCard,
  ProposalPage,
  Rendering,
} from "#wire/proposal-pages.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, type Edition, editionHead, findEdition } from "../edition.ts";
import { sourcesOf } from "../sources.ts";
import { allCities, CARD, CARD_JOINS, cardOf, WORDING } from "./cards.ts";
import { openOffers } from "./offers.ts";
import { whyNot } from "./standing.ts";

type Read = { slug: string; code: string; language: Language };

/** One proposal with its road, its wordings, and what its reader may do. */
export async function proposalPage(
  platform: Platform,
  actor: Actor,
  { slug, code, language }: Read,
): Promise<Result<ProposalPage>> {
  const { pool } = platform;
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const personId = actor.kind === "person" ? actor.personId : null;
  const found = await findProposal(pool, edition, { code, personId, language });
  if (!found) return refuse("not-found");
  const { proposal, ...rest } = found;
  const { id } = proposal;
  const author = proposal.mine === "author" && personId !== null;
  const [head, why, cities, renderings, sources] = await Promise.all([
    editionHead(platform, actor, edition),
    whyNot(platform, pool, actor, edition),
    allCities(pool),
    renderingsOf(pool, id, { personId, revision: proposal.revision }),
    sourcesOf(pool, [id]),
  ]);
  const asksAuthors = head.coordinates || author;
  const offers = author
    ? await openOffers(pool, edition.id, { authorId: personId, proposalId: id })
    : [];
  return ok({
    ...{ head, cities, proposal, renderings, offers, ...rest },
    wanted: edition.languages.filter((one) => one !== proposal.language),
    sources: sources.get(id) ?? [],
    questions: asksAuthors ? await questionsOn(pool, id) : [],
    rights: rightsOf(edition, { ...found, takesPart: why === undefined, head }),
  });
}

type Standing = Pick<Found, "proposal" | "authors"> & {
  takesPart: boolean;
  head: { coordinates: boolean };
};

function rightsOf(
  { stage }: Edition,
  { proposal: { state, mine }, authors, takesPart, head }: Standing,
): ProposalPage["rights"] {
  const open = takesPart && state === "open";
  const gathering = open && stage === "gathering";
  const alone = gathering && mine === "author" && authors === 1;
  const texts = open && isBefore(stage, "ranking");
  return {
    support: gathering && mine !== "author",
    change: alone,
    withdraw: alone,
    translate: texts && (mine === "author" || head.coordinates),
    review: texts && head.coordinates,
    ask: gathering && head.coordinates,
  };
}

type Found = Pick<
  ProposalPage,
  "proposal" | "original" | "authors" | "merged" | "mergedInto" | "versions" | "ledger"
>;
type Row = ProposalCard &
  Omit<Found, "proposal" | "original"> & {
    revision: number;
    written: string;
    explained: string;
  };

async function findProposal(
  client: Client,
  edition: Edition,
  { code, personId, language }: { code: string; personId: string | null; language: Language },
): Promise<Found | undefined> {
  const number = /^[Pp](\d{1,5})$/.exec(code)?.[1];
  const { rows } = await client.query<Row>(
    `SELECT ${CARD}, p.revision, p.sentence AS written, p.paragraph AS explained,
       (SELECT count(*)::int FROM proposal_person b
        WHERE b.proposal_id = p.id AND b.part = 'author') AS authors,
       (SELECT json_build_object('id', i.id, 'number', i.number, 'language', i.language,
          'sentence', i.sentence) FROM proposal i WHERE i.id = p.merged_into) AS "mergedInto",
       (SELECT i.number FROM ledger_item i WHERE i.origin_feature = 'workers-assembly'
          AND i.origin_id = p.id::text) AS ledger,
       (SELECT coalesce(json_agg(${WORDING("m")} ORDER BY m.id), '[]') FROM proposal m
        WHERE m.merged_into = p.id) AS merged,
       (SELECT coalesce(json_agg(json_build_object('revision', v.revision,
          'sentence', v.sentence, 'paragraph', v.paragraph) ORDER BY v.revision DESC), '[]')
        FROM proposal_version v WHERE v.proposal_id = p.id AND v.revision < p.revision) AS versions
     FROM proposal p ${CARD_JOINS}
     WHERE p.workers_assembly_id = $3
       AND CASE WHEN $4::int IS NULL THEN p.id::text = $5 ELSE p.number = $4 END`,
    [personId, language, edition.id, number ?? null, code],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { authors, merged, mergedInto, versions, written, explained, revision, ledger, ...card } =
    row;
  return {
    proposal: { ...cardOf(card), revision },
    original: { sentence: written, paragraph: explained },
    ...{ authors, merged, versions },
    ...(mergedInto ? { mergedInto: withoutNulls(mergedInto) } : {}),
    ...(ledger ? { ledger } : {}),
  };
}

async function renderingsOf(
  client: Client,
  id: string,
  { personId, revision }: { personId: string | null; revision: number },
): Promise<Rendering[]> {
  const { rows } = await client.query<Rendering>(
    `SELECT language, sentence, paragraph, coalesce(written_by = $2, false) AS own,
       CASE WHEN of_revision < $3 THEN 'stale' WHEN reviewed_by IS NULL THEN 'waits'
         ELSE 'reviewed' END AS state
     FROM proposal_text WHERE proposal_id = $1 ORDER BY language`,
    [id, personId, revision],
  );
  return rows;
}

async function questionsOn(client: Client, id: string): Promise<AuthorsQuestion[]> {
  const { rows } = await client.query<AuthorsQuestion>(
    "SELECT id, question, answer FROM proposal_question WHERE proposal_id = $1 ORDER BY id",
    [id],
  );
  return rows;
}
