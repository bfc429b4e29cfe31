import type { Actor } from "#domain/kernel/actor.ts";
import { isApart } from "#domain/kernel/apart.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { conflictsAmong, isPlenary } from "#domain/programme/session.ts";
import { mayFrame } from "#domain/programme/site.ts";
import type {
  FiguresView,
  MyProgrammePage,
  ProgrammePage,
  SessionCard,
  SessionPage,
  SitePage,
  WrittenText,
} from "#wire/programme.ts";
import type { ProposalsOfIt } from "#wire/workers-assembly.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { proposalsOfIt } from "../workers-assembly/cards.ts";
import { type FeedKeys, feedUrl } from "./feeds.ts";
import { type Client, findAssembly, readerId, sessionCards, sitesOf } from "./rows.ts";
import { synthesesOf } from "./syntheses.ts";

/** The whole programme of an assembly, as one reader sees it. */
export async function programmePage(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<ProgrammePage>> {
  const { pool, env, clock } = platform;
  const found = await findAssembly(pool, actor, slug);
  if (!found.ok) return found;
  const assembly = found.value;
  const [sites, sessions, syntheses] = await Promise.all([
    sitesOf(pool, assembly.id, env.streamHosts),
    sessionCards(pool, readerId(actor), "s.assembly_id = $2", assembly.id),
    synthesesOf(pool, assembly.id, dayInBrussels(clock.now())),
  ]);
  const subject = assemblySubject(assembly.id);
  return ok({
    assembly,
    sites,
    sessions,
    syntheses: Object.fromEntries(
      [...syntheses].map(([siteId, { state, dueOn }]) => [siteId, { state, dueOn }]),
    ),
    rights: {
      signedIn: actor.kind === "person",
      arrange: can(actor, "programme.arrange", subject),
    },
  });
}

type SessionDetails = Pick<
  SessionPage["session"],
  "summary" | "facilitators" | "access" | "stream" | "cancelReason" | "items"
> & { rapporteurId?: string; note?: WrittenText };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One session with all that is said of it; a note that is a draft shows to who may write it. */
export async function sessionPage(
  platform: Platform,
  actor: Actor,
  { slug, sessionId }: { slug: string; sessionId: string },
): Promise<Result<SessionPage>> {
  const { pool, env } = platform;
  const found = await findAssembly(pool, actor, slug);
  if (!found.ok) return found;
  const assembly = found.value;
  if (!UUID.test(sessionId)) return refuse("not-found");
  const reader = readerId(actor);
  const [card] = await sessionCards(pool, reader, "s.id = $2", sessionId);
  const details = await detailsOf(pool, assembly.id, sessionId);
  if (!card || !details) return refuse("not-found");
  const sites = await sitesOf(pool, assembly.id, env.streamHosts);
  const site = sites.find(({ id }) => id === card.siteId);
  if (!site) return refuse("not-found");
  const own = await sessionCards(pool, reader, OWN, assembly.id);
  const meeting = conflictsAmong([card, ...own.filter(({ id }) => id !== card.id)]).get(card.id);
  const { rapporteurId, note, ...told } = details;
  const stream = isPlenary(card.kind) ? { ...site.stream, ...told.stream } : told.stream;
  const subject = assemblySubject(assembly.id);
  const mayNote = can(actor, "programme.note", subject) || isPerson(actor, rapporteurId);
  return ok({
    assembly,
    site,
    session: {
      ...card,
      ...told,
      stream,
      ...(mayFrame(stream.embed, env.streamHosts) ? { framed: true } : {}),
    },
    conflicts: own
      .filter(({ id }) => meeting?.includes(id))
      .map(({ id, title, startsAt, endsAt }) => ({ id, title, startsAt, endsAt })),
    ...(note && (note.published || mayNote) ? { note } : {}),
    proposals: await proposalsOf(platform, actor, assembly.id, card),
    rights: {
      signedIn: actor.kind === "person",
      arrange: can(actor, "programme.arrange", subject),
      note: mayNote,
    },
  });
}

/** What was said among workers apart is no public source; nor is what has not begun. */
function proposalsOf(
  platform: Platform,
  actor: Actor,
  assemblyId: string,
  { id, startsAt, cancelled }: SessionCard,
): Promise<ProposalsOfIt> {
  const begun = !cancelled && startsAt <= platform.clock.now().getTime();
  const from = { kinds: ["workshop", "conference"], source: id } as const;
  return proposalsOfIt(platform, actor, from, begun && !isApart(assemblyId));
}

function isPerson(actor: Actor, id: string | undefined): boolean {
  return actor.kind === "person" && actor.personId === id;
}

/** Sessions of one assembly to which the reader goes, or waits to. */
const OWN = "s.assembly_id = $2 AND own.state IS NOT NULL AND s.cancelled_at IS NULL";
const OWN_AND_CANCELLED = "s.assembly_id = $2 AND own.state IS NOT NULL";

async function detailsOf(
  client: Client,
  assemblyId: string,
  sessionId: string,
): Promise<SessionDetails | undefined> {
  const { rows } = await client.query<SessionDetails>(
    `SELECT s.summary, s.facilitators, s.access, s.stream,
       nullif(s.cancel_reason, '') AS "cancelReason", s.rapporteur_id AS "rapporteurId",
       coalesce((
         SELECT json_agg(json_build_object('position', i.position, 'title', i.title)
           ORDER BY i.position)
         FROM programme_session_item l JOIN agenda_item i ON i.id = l.item_id
         WHERE l.session_id = s.id), '[]') AS items,
       (SELECT json_build_object('texts', n.texts, 'revision', n.revision,
           'published', n.published_at IS NOT NULL)
         FROM programme_note n WHERE n.session_id = s.id) AS note
     FROM programme_session s WHERE s.id = $1 AND s.assembly_id = $2`,
    [sessionId, assemblyId],
  );
  return rows[0] && withoutNulls(rows[0]);
}

/** One place: what happens there, what was heard, and the region's figures. */
export async function sitePage(
  { pool, env, clock }: Platform,
  actor: Actor,
  { slug, site: siteSlug }: { slug: string; site: string },
): Promise<Result<SitePage>> {
  const found = await findAssembly(pool, actor, slug);
  if (!found.ok) return found;
  const assembly = found.value;
  const sites = await sitesOf(pool, assembly.id, env.streamHosts);
  const site = sites.find((one) => one.slug === siteSlug);
  if (!site) return refuse("not-found");
  const syntheses = await synthesesOf(pool, assembly.id, dayInBrussels(clock.now()));
  const synthesis = syntheses.get(site.id);
  const subject = assemblySubject(assembly.id);
  const maySynthesise = can(actor, "programme.synthesise", subject);
  const figures = site.kind === "stop" ? await figuresOf(pool, assembly.id, site.id) : undefined;
  return ok({
    assembly,
    site,
    sessions: await sessionCards(pool, readerId(actor), "s.site_id = $2", site.id),
    ...(synthesis ? { synthesis: shownTo(synthesis, maySynthesise) } : {}),
    ...(figures ? { figures } : {}),
    rights: {
      signedIn: actor.kind === "person",
      arrange: can(actor, "programme.arrange", subject),
      synthesise: maySynthesise,
    },
  });
}

type Synthesis = NonNullable<SitePage["synthesis"]>;

function shownTo({ written, ...card }: Synthesis, maySynthesise: boolean): Synthesis {
  const shown = written && (written.published || maySynthesise);
  return shown ? { ...card, written } : card;
}

async function figuresOf(
  client: Client,
  assemblyId: string,
  siteId: string,
): Promise<FiguresView | undefined> {
  const { rows } = await client.query<FiguresView>(
    `SELECT ${isoDay("f.as_of")} AS "asOf", f.tables,
       (SELECT json_object_agg(o.id, o.name) FROM office o) AS offices,
       (SELECT x.office_id FROM site x WHERE x.id = $2) AS here
     FROM regional_figures f WHERE f.assembly_id = $1`,
    [assemblyId, siteId],
  );
  return rows[0] && withoutNulls(rows[0]);
}

/** What one person goes to and waits for, and the secret address of their calendar. */
export async function myProgramme(
  platform: Platform,
  keys: FeedKeys,
  actor: Actor,
  slug: string,
): Promise<Result<MyProgrammePage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { pool, env } = platform;
  const found = await findAssembly(pool, actor, slug);
  if (!found.ok) return found;
  const assembly = found.value;
  const sessions = await sessionCards(pool, actor.personId, OWN_AND_CANCELLED, assembly.id);
  const url = await feedUrl(platform, keys, actor.personId);
  return ok({
    assembly,
    sites: await sitesOf(pool, assembly.id, env.streamHosts),
    sessions,
    conflicts: Object.fromEntries(conflictsAmong(sessions.filter((one) => !one.cancelled))),
    ...(url ? { feedUrl: url } : {}),
  });
}
