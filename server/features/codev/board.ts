import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { type Pair, proposeGroups } from "#domain/codev/matching.ts";
import { groupsPossible, pairsFor } from "#domain/codev/pairing.ts";
import type {
  BoardApplicant,
  BoardCycle,
  BoardPage,
  ListPage,
  PoolPerson,
} from "#wire/codev-board.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import { apartAmong } from "./apart.ts";
import { officesOf } from "./front-page.ts";
import { publishedSums } from "./published.ts";
import type { Client } from "./rows.ts";

/** On a page. Those who waited longest are seen first, and groups proposed among those on the page. */
const APPLICANTS = 120;
const CYCLES = 12;
/** Pairs that are offered for a group. */
const PAIRS_SHOWN = 6;

/**
 * What organisers see: who waits, which groups could begin and who could lead them, and of each
 * session whether it was held, how many were there, the mood, whether there was an incident. Nothing
 * that a group writes is asked for here, nor who was client (rules 2.4).
 */
export async function boardPage(
  platform: Platform,
  actor: Actor,
  asked: { cycles?: number; queue?: number } = {},
): Promise<Result<BoardPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "codev.organise", COOPERATIVE)) return refuse("not-allowed");
  const { pool } = platform;
  const [queue, facilitators, history, cycles, offices, sums] = await Promise.all([
    applicantsOf(pool, pageOf(asked.queue)),
    poolOf(pool),
    historyOf(pool),
    cyclesOf(pool, pageOf(asked.cycles)),
    officesOf(pool, dayInBrussels(platform.clock.now())),
    publishedSums(pool),
  ]);
  const applicants = queue.rows;
  const ids = [...applicants, ...facilitators].map(({ id }) => id);
  const conflicts = await apartAmong(pool, ids);
  const proposals = proposeGroups(applicants, conflicts).map((group) => ({
    ...group,
    pairs: pairsFor({ ...group, participants: group.ids }, facilitators, {
      conflicts,
      history,
    }).slice(0, PAIRS_SHOWN),
  }));
  const possible = LANGUAGES.map((language) => ({
    language,
    waiting: applicants.filter((one) => one.language === language).length,
    groups: groupsPossible(facilitators, language),
  }));
  return ok({
    applicants,
    proposals,
    facilitators,
    cycles: cycles.rows,
    lists: { cycles: cycles.list, queue: queue.list },
    offices,
    possible,
    sums,
  });
}

/** What an address says, or the first. */
const pageOf = (asked = 1) => Math.max(1, Math.trunc(asked) || 1);

type Listed<T> = { rows: T[]; list: ListPage };

/** Rows of one page; each of them carries how many there are in all. */
function listed<T extends object>(
  rows: (T & { total: number })[],
  page: number,
  each: number,
): Listed<T> {
  const total = rows[0]?.total ?? 0;
  return {
    rows: withoutNulls(rows),
    list: { page, pages: Math.max(1, Math.ceil(total / each)), total },
  };
}

async function applicantsOf(client: Client, page: number): Promise<Listed<BoardApplicant>> {
  const { rows } = await client.query<BoardApplicant & { total: number }>(
    `SELECT count(*) OVER ()::int AS total, p.id, ${nameOf("p")} AS name, a.language, a.mode, a.office_id AS "officeId", a.sector,
       a.trade, a.slots, a.state, a.asked_at::date::text AS asked
     FROM codev_application a JOIN person p ON p.id = a.person_id
     WHERE a.state IN ('waiting', 'interviewed') ORDER BY a.asked_at, a.id
     LIMIT $1 OFFSET $2`,
    [APPLICANTS, (page - 1) * APPLICANTS],
  );
  return listed(rows, page, APPLICANTS);
}

async function poolOf(client: Client): Promise<PoolPerson[]> {
  const { rows } = await client.query<PoolPerson>(
    `SELECT f.person_id AS id, ${nameOf("p")} AS name, f.side, f.stage,
       f.trained_on::text AS "trainedOn", f.languages, f.modes, f.office_id AS "officeId", f.slots,
       f.capacity,
       (SELECT count(*)::int FROM codev_pair l JOIN codev_cycle c ON c.id = l.cycle_id
         WHERE l.person_id = f.person_id AND c.state IN ('signing', 'running')) AS leads
     FROM codev_facilitator f JOIN person p ON p.id = f.person_id
     ORDER BY f.side, p.family_name, p.given_name`,
  );
  return withoutNulls(rows);
}

/** Who led with whom: the same pair as often as they led together. */
async function historyOf(client: Client): Promise<Pair[]> {
  const { rows } = await client.query<{ a: string; b: string }>(
    `SELECT m.person_id AS a, s.person_id AS b
     FROM codev_pair m JOIN codev_pair s ON s.cycle_id = m.cycle_id AND s.side = 'support'
     WHERE m.side = 'member'`,
  );
  return rows.map(({ a, b }) => [a, b]);
}

async function cyclesOf(client: Client, page: number): Promise<Listed<BoardCycle>> {
  const { rows } = await client.query<BoardCycle & { total: number }>(
    `SELECT count(*) OVER ()::int AS total, c.id, c.name, c.state, c.language, c.mode, o.name AS office,
       coalesce(c.members, (SELECT count(*)::int FROM codev_participant p
         WHERE p.cycle_id = c.id AND p.state = 'active')) AS members,
       (SELECT count(*)::int FROM codev_participant p
         WHERE p.cycle_id = c.id AND p.state IN ('invited', 'proposed')) AS invited,
       (SELECT count(*)::int FROM codev_pair p
         WHERE p.cycle_id = c.id AND p.cleared_at IS NOT NULL) AS cleared,
       (SELECT json_agg(json_build_object('position', s.position, 'spare', s.spare,
           'state', s.state, 'day', (s.starts_at AT TIME ZONE 'Europe/Brussels')::date::text,
           'present', s.present, 'mood', s.mood, 'incident', s.incident) ORDER BY s.position)
         FROM codev_session s WHERE s.cycle_id = c.id) AS sessions,
       nullif(c.purged_at IS NOT NULL, false) AS purged
     FROM codev_cycle c LEFT JOIN office o ON o.id = c.office_id
     ORDER BY c.state = 'closed', c.created_at DESC, c.id LIMIT $1 OFFSET $2`,
    [CYCLES, (page - 1) * CYCLES],
  );
  return listed(rows, page, CYCLES);
}
