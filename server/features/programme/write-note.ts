import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { SYNTHESIS_DUE_DAYS } from "#domain/programme/synthesis.ts";
import type { ProgrammeCommands } from "#wire/programme.ts";
import { journalAssembly } from "../../platform/journal.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { lockSession, lockSite } from "./repository.ts";

/** Where a text is kept, and whose it is. */
type Paper = {
  table: "programme_note" | "stop_synthesis";
  key: "session_id" | "site_id";
  id: string;
  assemblyId: string;
};

type Written = { texts: Translated; revision: number };

/** Writes one language of a session's note; a draft until it is published. */
export function writeNote(
  platform: Platform,
  actor: Actor,
  { sessionId, ...words }: ProgrammeCommands["programme.write-note"],
): Promise<Result<null>> {
  return onPaper(platform, actor, noteOf(sessionId), (client, paper, person) =>
    write(platform, client, paper, { ...words, person }),
  );
}

export function publishNote(
  platform: Platform,
  actor: Actor,
  { sessionId, open }: ProgrammeCommands["programme.publish-note"],
): Promise<Result<null>> {
  return onPaper(platform, actor, noteOf(sessionId), (client, paper, person) =>
    publish(platform, client, paper, { open, person }),
  );
}

/** Writes one language of what was heard at a stop. */
export function writeSynthesis(
  platform: Platform,
  actor: Actor,
  { siteId, ...words }: ProgrammeCommands["programme.write-synthesis"],
): Promise<Result<null>> {
  return onPaper(platform, actor, synthesisOf(siteId), (client, paper, person) =>
    write(platform, client, paper, { ...words, person }),
  );
}

export function publishSynthesis(
  platform: Platform,
  actor: Actor,
  { siteId, open }: ProgrammeCommands["programme.publish-synthesis"],
): Promise<Result<null>> {
  return onPaper(platform, actor, synthesisOf(siteId), (client, paper, person) =>
    publish(platform, client, paper, { open, person }),
  );
}

type FindPaper = (client: PoolClient, actor: PersonActor) => Promise<Result<Paper>>;

/** A session's own rapporteur writes its note, and whoever may write any. */
function noteOf(sessionId: string): FindPaper {
  return async (client, actor) => {
    const session = await lockSession(client, sessionId);
    if (!session) return refuse("not-found");
    const { id: assemblyId } = session.assembly;
    const may =
      session.rapporteurId === actor.personId ||
      can(actor, "programme.note", assemblySubject(assemblyId));
    if (!may) return refuse("not-allowed");
    return ok({ table: "programme_note", key: "session_id", id: sessionId, assemblyId });
  };
}

function synthesisOf(siteId: string): FindPaper {
  return async (client, actor) => {
    const site = await lockSite(client, siteId);
    if (site?.kind !== "stop") return refuse("not-found");
    if (!can(actor, "programme.synthesise", assemblySubject(site.assemblyId))) {
      return refuse("not-allowed");
    }
    // A stop that was made elsewhere has no paper of its own yet.
    await client.query(
      `INSERT INTO stop_synthesis (site_id, due_days) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
      [siteId, SYNTHESIS_DUE_DAYS],
    );
    return ok({ table: "stop_synthesis", key: "site_id", id: siteId, assemblyId: site.assemblyId });
  };
}

async function onPaper(
  platform: Platform,
  actor: Actor,
  find: FindPaper,
  work: (client: PoolClient, paper: Paper, actor: PersonActor) => Promise<Result<null>>,
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  return inTransaction(platform.pool, async (client) => {
    const paper = await find(client, actor);
    return paper.ok ? work(client, paper.value, actor) : paper;
  });
}

type Words = { language: string; text: string; revision: number; person: PersonActor };

/** From the revision that its writer saw; an empty text takes the language away. */
async function write(
  { clock }: Platform,
  client: PoolClient,
  { table, key, id }: Paper,
  { language, text, revision, person }: Words,
): Promise<Result<null>> {
  const { rows } = await client.query<Written>(
    `SELECT texts, revision FROM ${table} WHERE ${key} = $1 FOR UPDATE`,
    [id],
  );
  const before = rows[0] ?? { texts: {}, revision: 0 };
  if (before.revision !== revision) return refuse("changed-meanwhile");
  const texts = Object.fromEntries(
    Object.entries({ ...before.texts, [language]: text }).filter(([, said]) => said !== ""),
  );
  const values = [id, texts, revision + 1, person.personId, clock.now()];
  await client.query(
    table === "programme_note"
      ? `INSERT INTO programme_note (session_id, texts, revision, written_by, written_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (session_id) DO UPDATE
         SET texts = excluded.texts, revision = excluded.revision,
           written_by = excluded.written_by, written_at = excluded.written_at`
      : `UPDATE stop_synthesis SET texts = $2, revision = $3, written_by = $4, written_at = $5
         WHERE site_id = $1`,
    values,
  );
  return ok(null);
}

async function publish(
  { clock }: Platform,
  client: PoolClient,
  { table, key, id, assemblyId }: Paper,
  { open, person }: { open: boolean; person: PersonActor },
): Promise<Result<null>> {
  const now = clock.now();
  const { rowCount } = await client.query(
    `UPDATE ${table} SET published_at = CASE WHEN $2 THEN coalesce(published_at, $3) END
     WHERE ${key} = $1 AND (texts <> '{}' OR NOT $2)`,
    [id, open, now],
  );
  if (!rowCount) return refuse("bad-input");
  const action = open ? "programme.text-published" : "programme.text-taken-back";
  await journalAssembly(client, { personId: person.personId, assemblyId, action, now });
  return ok(null);
}
