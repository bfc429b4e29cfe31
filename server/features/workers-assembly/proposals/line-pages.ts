import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { EditionCard, EditionsPage, LinePage } from "#wire/proposal-pages.ts";
import { isoDay } from "../../../platform/instants.ts";
import type { Platform } from "../../../platform/platform.ts";
import { employerSide } from "../../../platform/employer-side.ts";
import { type Client, type Edition, editionHead, findEdition } from "../edition.ts";
import { whyNot } from "./standing.ts";
import { frozenOf } from "./wall-page.ts";

const ROWS = 20;

/** Workers' assemblies, the latest first. */
export async function editionsPage(
  { pool, clock }: Platform,
  actor: Actor,
  asked: Record<string, string>,
): Promise<EditionsPage> {
  const page = Math.min(1_000, Math.max(1, Number.parseInt(asked["page"] ?? "1", 10) || 1));
  const { rows } = await pool.query<EditionCard & { total: number }>(
    `SELECT w.slug, w.titles, w.stage, ${isoDay("w.meets_on")} AS "meetsOn", w.place,
       (SELECT count(*)::int FROM proposal p
        WHERE p.workers_assembly_id = w.id AND p.state = 'open') AS proposals,
       (count(*) OVER ())::int AS total
     FROM workers_assembly w ORDER BY coalesce(w.meets_on, w.created_on) DESC, w.id DESC
     LIMIT ${ROWS} OFFSET $1`,
    [(page - 1) * ROWS],
  );
  return {
    editions: withoutNulls(rows),
    page,
    pages: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / ROWS)),
    mayBegin: await mayBegin(pool, actor, dayInBrussels(clock.now())),
  };
}

/** Who coordinates a campaign begins an assembly of it. */
async function mayBegin(client: Client, actor: Actor, day: string): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const { rows } = await client.query<{ may: boolean }>(
    `SELECT EXISTS (SELECT FROM campaign_person WHERE person_id = $1 AND part = 'coordinator')
       AND NOT ${employerSide("$1::uuid", "$2::date")} AS may`,
    [actor.personId, day],
  );
  return rows[0]!.may;
}

/** One of them: what is done on its line, where it stands, and what comes. */
export async function linePage(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<LinePage>> {
  const { pool } = platform;
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const [head, why, about] = await Promise.all([
    editionHead(platform, actor, edition),
    whyNot(platform, pool, actor, edition),
    aboutLine(pool, edition, actor.kind === "person" ? actor.personId : null),
  ]);
  const { asked, ...rest } = about;
  return ok({
    head,
    ...rest,
    ...frozenOf(edition),
    mine: { mayTakePart: why === undefined, asked },
  });
}

type About = Pick<LinePage, "counts" | "observers" | "roll" | "surveys" | "previous"> & {
  asked: LinePage["mine"]["asked"];
};

async function aboutLine(
  client: Client,
  edition: Edition,
  personId: string | null,
): Promise<About> {
  const { rows } = await client.query<About>(
    `SELECT (SELECT json_build_object('proposals', count(*), 'cities', count(DISTINCT p.city),
          'languages', coalesce(json_agg(DISTINCT p.language), '[]'))
        FROM proposal p WHERE p.workers_assembly_id = w.id AND p.state = 'open') AS counts,
       (SELECT count(*)::int FROM campaign_person o
        WHERE o.campaign_id = w.campaign_id AND o.part = 'observer') AS observers,
       w.roll_size AS roll,
       (SELECT coalesce(json_agg(json_build_object('slug', s.slug,
          'titles', s.questionnaire->'title') ORDER BY s.launched_on), '[]')
        FROM survey s WHERE s.campaign_id = w.campaign_id AND s.phase = 'published') AS surveys,
       (SELECT json_build_object('slug', o.slug, 'titles', o.titles)
        FROM workers_assembly o WHERE o.id = w.previous_id) AS previous,
       (SELECT coalesce(json_agg(json_build_object('id', p.id, 'language', p.language,
          'sentence', p.sentence) ORDER BY p.id), '[]')
        FROM proposal_merge m JOIN proposal_merge_part o ON o.merge_id = m.id
        JOIN proposal p ON p.id = o.proposal_id
        JOIN proposal_person b ON b.proposal_id = p.id AND b.part = 'author'
        WHERE m.workers_assembly_id = w.id AND m.state = 'open' AND b.person_id = $2::uuid
          AND NOT EXISTS (SELECT FROM proposal_merge_consent c
            WHERE c.merge_id = m.id AND c.person_id = $2::uuid)) AS asked
     FROM workers_assembly w WHERE w.id = $1`,
    [edition.id, personId],
  );
  return withoutNulls(rows[0]!);
}
