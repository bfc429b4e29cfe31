import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import type { DraftPage, ItemLink, ItemMove, ItemPage } from "#wire/ledger-pages.ts";
import { epochMs } from "../../platform/instants.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import { groupCards, itemCards, mayAnswerFor, objectiveCards } from "./cards.ts";
import { findingsFor } from "./check-draft.ts";
import { mergingOf } from "./merging.ts";
import { coordinates } from "../surveys/standing.ts";
import { type Client, followBody, OF_WORKERS } from "./repository.ts";
import { decisionsToContest, fromProposal } from "./workers-origin.ts";

/** An item by its number or its id, with everything that happened to it. */
export async function ledgerItem(
  platform: Platform,
  actor: Actor,
  asked: string,
): Promise<Result<ItemPage>> {
  const { pool, clock } = platform;
  const item = await readItem(pool, asked, dayInBrussels(clock.now()));
  if (!item || item.state === "draft") return refuse("not-found");
  const mayAnswer = mayAnswerFor(actor).includes(item.addressee);
  const follow = can(actor, "ledger.follow", followBody);
  const me = actor.kind === "person" ? actor.personId : null;
  const [people, links, moves, aims, labs, versions, objectives, merging, apart] =
    await Promise.all([
      peopleOf(pool, item.id, me),
      linksOf(pool, item.id),
      movesOf(pool, item.id),
      aimsOf(pool, item.id),
      labsOf(pool, item.id),
      versionsOf(pool, item.id, item.revision),
      mayAnswer || follow ? objectiveCards(pool) : [],
      mergingOf(pool, item.id, me),
      apartOf(platform, actor, item),
    ]);
  const { ofWorkers, ...shown } = item;
  return ok({
    item: shown,
    ...(ofWorkers ? unattributed(people) : people),
    ...apart,
    links,
    moves,
    aims,
    labs,
    versions,
    ...merging,
    rights: rightsOn(actor, item, { mayAnswer, follow, contests: apart.decisions !== undefined }),
    objectives,
  });
}

type May = { mayAnswer: boolean; follow: boolean; contests: boolean };

function rightsOn(actor: Actor, item: Read, may: May): ItemPage["rights"] {
  const { state, contested, ofWorkers } = item;
  const contests = ofWorkers ? may.contests : can(actor, "ledger.contest", COOPERATIVE);
  return {
    signedIn: actor.kind === "person",
    answer: may.mayAnswer && state === "waiting",
    follow: may.follow && (state === "waiting" || state === "answered"),
    contest: contests && state === "answered" && !contested,
    write: can(actor, "ledger.write", COOPERATIVE) && !ofWorkers,
  };
}

/** A draft for who writes, with what is to be settled before it is published. */
export async function ledgerDraft(
  { pool, clock }: Platform,
  actor: Actor,
  asked: string,
): Promise<Result<DraftPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "ledger.write", COOPERATIVE)) return refuse("not-allowed");
  const item = await readItem(pool, asked, dayInBrussels(clock.now()));
  if (!item || item.ofWorkers) return refuse("not-found");
  const [links, findings, groups] = await Promise.all([
    linksOf(pool, item.id),
    item.state === "draft" ? findingsFor(pool, item.id) : [],
    groupCards(pool),
  ]);
  return ok({ item: { ...item, groupId: item.group?.id ?? "" }, links, findings, groups });
}

type Read = ItemPage["item"] & { ofWorkers: boolean };

async function readItem(client: Client, asked: string, today: string): Promise<Read | undefined> {
  const [card] = await itemCards(client, today, {
    condition: /^\d{1,9}$/.test(asked) ? "i.number = $1::int" : "i.id::text = $1",
    values: [asked],
  });
  if (!card) return undefined;
  const { rows } = await client.query<Omit<Read, keyof typeof card>>(
    `SELECT ${OF_WORKERS("i")} AS "ofWorkers", i.text, i.sections, i.printed, i.revision,
       CASE WHEN g.id IS NOT NULL THEN json_build_object('id', g.id, 'slug', g.slug,
         'cycle', g.cycle, 'year', g.year, 'title', g.title) END AS group,
       CASE WHEN m.id IS NOT NULL THEN json_build_object('number', m.number, 'title', m.title)
         END AS "mergedInto",
       CASE WHEN l.id IS NOT NULL THEN json_build_object('slug', l.slug, 'title', l.title)
         END AS "fromLab"
     FROM ledger_item i
     LEFT JOIN ledger_group g ON g.id = i.group_id
     LEFT JOIN ledger_item m ON m.id = i.merged_into
     LEFT JOIN lab l ON i.origin_feature = 'smartlab' AND l.id::text = i.origin_id
     WHERE i.id = $1`,
    [card.id],
  );
  return rows[0] && { ...card, ...withoutNulls(rows[0]) };
}

/** The road of a workers' demand; and what their assembly decided, for who may contest by it. */
async function apartOf(
  platform: Platform,
  actor: Actor,
  { id, ofWorkers, state, contested }: Read,
): Promise<Pick<ItemPage, "proposal" | "decisions">> {
  const found = ofWorkers ? await fromProposal(platform.pool, id) : undefined;
  if (!found) return {};
  const { campaignId, ...proposal } = found;
  const asks = state === "answered" && !contested;
  const may = asks && (await coordinates(platform, actor, campaignId));
  return {
    proposal,
    ...(may
      ? { decisions: await decisionsToContest(platform.pool, { campaignId, itemId: id }) }
      : {}),
  };
}

/** Nobody is named beside what workers ask for, and nothing tells when somebody came to support it. */
function unattributed(people: People): People {
  const { authors, supporters, mine } = people;
  return {
    authors: { count: authors.count, named: [] },
    supporters: supporters - (supporters % STEP),
    mine: { ...mine, listed: false },
  };
}

/** Supporters of a workers' demand are told in steps of so many (rules 5.3). */
const STEP = 5;

type People = Pick<ItemPage, "authors" | "supporters" | "mine">;

const NAME = nameOf("p");

/** How many are behind it, and the names of those authors alone who wish it. */
async function peopleOf(client: Client, itemId: string, me: string | null): Promise<People> {
  const { rows } = await client.query<{
    authors: number;
    supporters: number;
    named: string[];
    role: "author" | "supporter" | null;
    listed: boolean | null;
  }>(
    `SELECT (count(*) FILTER (WHERE b.role = 'author'))::int AS authors,
       (count(*) FILTER (WHERE b.role = 'supporter'))::int AS supporters,
       coalesce(array_agg(${NAME} ORDER BY ${NAME}) FILTER (WHERE b.listed), '{}') AS named,
       max(b.role) FILTER (WHERE b.person_id = $2) AS role,
       bool_or(b.listed) FILTER (WHERE b.person_id = $2) AS listed
     FROM ledger_person b JOIN person p ON p.id = b.person_id WHERE b.item_id = $1`,
    [itemId, me],
  );
  const found = rows[0]!;
  return {
    authors: { count: found.authors, named: found.named },
    supporters: found.supporters,
    mine: { ...(found.role ? { role: found.role } : {}), listed: found.listed ?? false },
  };
}

async function linksOf(client: Client, itemId: string): Promise<ItemLink[]> {
  const { rows } = await client.query<ItemLink>(
    `SELECT l.kind, l.to_id = $1 AS inward, o.number, o.title, o.language, o.state, l.note
     FROM ledger_link l
     JOIN ledger_item o ON o.id = CASE WHEN l.to_id = $1 THEN l.from_id ELSE l.to_id END
     WHERE (l.from_id = $1 OR l.to_id = $1) AND (l.from_id = $1 OR o.state <> 'draft')
     ORDER BY l.kind, o.number LIMIT 100`,
    [itemId],
  );
  return rows;
}

async function movesOf(client: Client, itemId: string): Promise<ItemMove[]> {
  const { rows } = await client.query<ItemMove>(
    `SELECT event, ${epochMs("at")} AS at, outcome, progress, addressee,
       to_char(promised_on, 'YYYY-MM-DD') AS "promisedOn", words
     FROM ledger_move WHERE item_id = $1 ORDER BY id LIMIT 200`,
    [itemId],
  );
  return rows.map(withoutNulls);
}

async function aimsOf(client: Client, itemId: string): Promise<ItemPage["aims"]> {
  const { rows } = await client.query<ItemPage["aims"][number]>(
    `SELECT o.id, o.slug, o.title FROM ledger_aim a JOIN ledger_objective o ON o.id = a.objective_id
     WHERE a.item_id = $1 ORDER BY o.position`,
    [itemId],
  );
  return rows;
}

async function labsOf(client: Client, itemId: string): Promise<ItemPage["labs"]> {
  const { rows } = await client.query<ItemPage["labs"][number]>(
    `SELECT l.slug, l.title, l.language FROM ledger_lab t JOIN lab l ON l.id = t.lab_id
     WHERE t.item_id = $1 AND l.state <> 'dropped' ORDER BY l.proposed_at LIMIT 20`,
    [itemId],
  );
  return rows;
}

async function versionsOf(
  client: Client,
  itemId: string,
  revision: number,
): Promise<ItemPage["versions"]> {
  const { rows } = await client.query<ItemPage["versions"][number]>(
    `SELECT revision, ${epochMs("at")} AS at, title, text FROM ledger_version
     WHERE item_id = $1 AND revision < $2 ORDER BY revision DESC LIMIT 30`,
    [itemId, revision],
  );
  return rows;
}
