import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { isApart } from "#domain/kernel/apart.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import { mayFrame, type SiteStream } from "#domain/programme/site.ts";
import type { ProgrammeAssembly, ProgrammeSite, SessionCard } from "#wire/programme.ts";
import { epochMs } from "../../platform/instants.ts";
import { maySee } from "../assembly/cards.ts";
import { assemblyBySlug } from "../check-in/site-sql.ts";

export type Client = Pick<ClientBase, "query">;

/** Nobody: for readers who are not signed in, in the place of a person's id. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

export function readerId(actor: Actor): string {
  return actor.kind === "person" ? actor.personId : NOBODY;
}

/** The assembly of an address, for who may see it. */
export async function findAssembly(
  client: Client,
  actor: Actor,
  slug: string,
): Promise<Result<ProgrammeAssembly>> {
  const head = await assemblyBySlug(client, slug);
  if (!head || !maySee(actor, head)) return refuse("not-found");
  // It names those who lead its sessions: among workers, to those who enter.
  const enters = can(actor, "session.enter", assemblySubject(head.id));
  if (isApart(head.id) && !enters) return refuse("not-allowed");
  const { id, title, day, phase } = head;
  return ok({ id, slug, title, day, phase });
}

type SiteRow = Omit<ProgrammeSite, "framed"> & { stream: SiteStream };

const SITE = `
  x.id, x.slug, x.kind, x.name, x.city, x.address, ${epochMs("x.starts_at")} AS "startsAt",
  ${epochMs("x.ends_at")} AS "endsAt", x.languages, x.capacity, x.access, x.stream,
  nullif(x.cancelled_at IS NOT NULL, false) AS cancelled`;

/** Places in their order; `hosts` are those whose pages may be shown inside ours. */
export async function sitesOf(
  client: Client,
  assemblyId: string,
  hosts: readonly string[],
): Promise<ProgrammeSite[]> {
  const { rows } = await client.query<SiteRow>(
    `SELECT ${SITE} FROM site x WHERE x.assembly_id = $1
     ORDER BY x.kind <> 'stop', CASE WHEN x.kind = 'stop' THEN x.starts_at END, x.position, x.id`,
    [assemblyId],
  );
  return rows.map((row) => toSite(row, hosts));
}

function toSite(row: SiteRow, hosts: readonly string[]): ProgrammeSite {
  const site = withoutNulls(row);
  return mayFrame(site.stream.embed, hosts) ? { ...site, framed: true } : site;
}

// A card of a session: `s` is the session, $1 the reader. Rank: how many who wait came before, and they.
const CARD = `
  s.id, s.site_id AS "siteId", s.kind, s.title, s.languages, ${epochMs("s.starts_at")} AS "startsAt",
  ${epochMs("s.ends_at")} AS "endsAt", s.room, s.registers, s.capacity, taken.registered, taken.waiting,
  nullif(s.cancelled_at IS NOT NULL, false) AS cancelled,
  (SELECT true FROM programme_note n WHERE n.session_id = s.id AND n.published_at IS NOT NULL)
    AS noted,
  s.stream ->> 'replay' AS replay,
  CASE WHEN own.state IS NOT NULL THEN json_build_object('state', own.state, 'rank',
    CASE WHEN own.state = 'waiting' THEN (
      SELECT count(*) FROM programme_registration w
      WHERE w.session_id = s.id AND w.state = 'waiting' AND w.turn <= own.turn) END) END AS mine`;

const CARD_TABLES = `
  programme_session s
  JOIN site x ON x.id = s.site_id
  LEFT JOIN programme_registration own ON own.session_id = s.id AND own.person_id = $1
  LEFT JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE r.state = 'registered'))::int AS registered,
      (count(*) FILTER (WHERE r.state = 'waiting'))::int AS waiting
    FROM programme_registration r WHERE r.session_id = s.id) AS taken ON true`;

/** Sessions as one reader sees them, by hour and place. `condition` speaks of `s`, `own` and $2. */
export async function sessionCards(
  client: Client,
  reader: string,
  condition: string,
  value: string,
): Promise<SessionCard[]> {
  const { rows } = await client.query<SessionCard>(
    `SELECT ${CARD} FROM ${CARD_TABLES} WHERE ${condition}
     ORDER BY s.starts_at, x.position, s.ends_at, s.room, s.id`,
    [reader, value],
  );
  return rows.map(withoutNulls);
}
