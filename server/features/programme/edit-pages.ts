import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { EditPage, SessionDraft } from "#wire/programme.ts";
import { epochMs, isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { type Client, findAssembly, readerId, sessionCards, sitesOf } from "./rows.ts";

/** A programme as its organisers change it. */
export async function editPage(
  { pool, env }: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<EditPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const found = await findAssembly(pool, actor, slug);
  if (!found.ok) return found;
  const assembly = found.value;
  if (!can(actor, "programme.arrange", assemblySubject(assembly.id))) return refuse("not-allowed");
  const [sites, sessions, choices, more] = await Promise.all([
    sitesOf(pool, assembly.id, env.streamHosts),
    sessionCards(pool, readerId(actor), "s.assembly_id = $2", assembly.id),
    choicesOf(pool, assembly.id),
    moreOfSites(pool, assembly.id),
  ]);
  return ok({
    assembly,
    sites: sites.map((site) => ({ ...site, ...more.get(site.id) })),
    sessions,
    ...choices,
  });
}

type Choices = Pick<EditPage, "offices" | "items" | "figuresAsOf">;

async function choicesOf(client: Client, assemblyId: string): Promise<Choices> {
  const { rows } = await client.query<Choices>(
    `SELECT
       coalesce((SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name)
         FROM office o WHERE o.closes_on IS NULL), '[]') AS offices,
       coalesce((
         SELECT json_agg(json_build_object('id', i.id, 'position', i.position, 'title', i.title)
           ORDER BY i.position)
         FROM agenda_item i WHERE i.assembly_id = $1), '[]') AS items,
       (SELECT ${isoDay("f.as_of")} FROM regional_figures f WHERE f.assembly_id = $1)
         AS "figuresAsOf"`,
    [assemblyId],
  );
  return withoutNulls(rows[0] ?? { offices: [], items: [] });
}

type More = { officeId?: string; dueDays?: number };

async function moreOfSites(client: Client, assemblyId: string): Promise<Map<string, More>> {
  const { rows } = await client.query<More & { id: string }>(
    `SELECT x.id, x.office_id AS "officeId", y.due_days AS "dueDays"
     FROM site x LEFT JOIN stop_synthesis y ON y.site_id = x.id WHERE x.assembly_id = $1`,
    [assemblyId],
  );
  return new Map(rows.map(({ id, ...more }) => [id, withoutNulls(more)]));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One session as a form has it. */
export async function sessionDraft(
  { pool }: Platform,
  assemblyId: string,
  sessionId: string,
): Promise<Result<SessionDraft>> {
  if (!UUID.test(sessionId)) return refuse("not-found");
  const { rows } = await pool.query<SessionDraft>(
    `SELECT s.id, s.revision, s.site_id AS "siteId", s.kind, s.title, s.summary, s.facilitators,
       s.languages, ${epochMs("s.starts_at")} AS "startsAt", ${epochMs("s.ends_at")} AS "endsAt", s.room,
       s.registers, s.capacity, s.access, s.stream,
       nullif(s.cancelled_at IS NOT NULL, false) AS cancelled,
       coalesce(p.register_no, '') AS "rapporteurNo",
       ARRAY(SELECT l.item_id::text FROM programme_session_item l WHERE l.session_id = s.id)
         AS "itemIds",
       (SELECT count(*)::int FROM programme_registration r
        WHERE r.session_id = s.id AND r.state = 'registered') AS registered,
       (SELECT count(*)::int FROM programme_registration r
        WHERE r.session_id = s.id AND r.state = 'waiting') AS waiting
     FROM programme_session s LEFT JOIN person p ON p.id = s.rapporteur_id
     WHERE s.id = $1 AND s.assembly_id = $2`,
    [sessionId, assemblyId],
  );
  const [draft] = rows;
  return draft ? ok(withoutNulls(draft)) : refuse("not-found");
}
