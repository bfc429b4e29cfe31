import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { DEFAULT_PROFILE } from "#domain/decisions/statute-profile.ts";
import type { Caller } from "./live-line.ts";

/** What a rehearsal plays on: a session, and invented people who are signed in. */
export type Scene = {
  assemblyId: string;
  slug: string;
  /** Votes by name on resolutions, in the order of the agenda. */
  decisionIds: string[];
  leftOut: number;
  chair: Caller;
  moderator: Caller;
  members: Caller[];
};

/** Another installation's session, to be copied. */
export type Original = { databaseUrl: string; slug: string };

// In the order of their keys. A copy takes what is said and decided, and nobody's name.
const COPIED: readonly [table: string, rows: string][] = [
  ["statute_profile", "version IN (SELECT profile_version FROM assembly WHERE id = $1)"],
  ["assembly", "id = $1"],
  ["agenda_item", "assembly_id = $1"],
  [
    "decision",
    "assembly_id = $1 AND NOT rehearsal AND ballot_kind = 'named' AND method = 'resolution'",
  ],
  [
    "decision_option",
    `decision_id IN (SELECT id FROM decision WHERE assembly_id = $1 AND NOT rehearsal
       AND ballot_kind = 'named' AND method = 'resolution')`,
  ],
];

const VOTES_INVENTED = 3;

/** Builds the session, invented or copied, in an empty database, and its people. */
export async function buildScene(
  pool: pg.Pool,
  members: number,
  original: Original | undefined,
): Promise<Scene> {
  await pool.query(
    `INSERT INTO member_category (id, label, valid_from) VALUES ('A', '{"fr":"A"}', '2000-01-01')`,
  );
  const session = original ? await copySession(pool, original) : await inventSession(pool);
  const [chair, moderator, ...people] = await signedIn(pool, members + 2);
  if (!chair || !moderator) throw new Error("nobody to lead the session");
  await grant(pool, chair.personId, "chair");
  await grant(pool, moderator.personId, "moderator");
  return { ...session, chair, moderator, members: people };
}

type Session = Pick<Scene, "assemblyId" | "slug" | "decisionIds" | "leftOut">;

async function inventSession(pool: pg.Pool): Promise<Session> {
  const assemblyId = randomUUID();
  const slug = "rehearsal";
  await pool.query(
    `WITH profile AS (
       INSERT INTO statute_profile (version, effective_from, values)
       VALUES ('rehearsal', '2000-01-01', $3) RETURNING version
     ), assembly AS (
       INSERT INTO assembly (id, slug, title, day, starts_at, phase, profile_version, question_mode)
       SELECT $1, $2, '{"fr":"Répétition"}', current_date, now(), 'convened', version, 'simple'
       FROM profile RETURNING id
     ), item AS (
       INSERT INTO agenda_item (id, assembly_id, position, purpose, title)
       SELECT gen_random_uuid(), id, n, 'decide', jsonb_build_object('fr', 'Point ' || n)
       FROM assembly, generate_series(1, $4::int) AS n RETURNING id, assembly_id, position
     ), decision AS (
       INSERT INTO decision (id, assembly_id, item_id, texts, legal_basis, rule, profile_version)
       SELECT gen_random_uuid(), assembly_id, id,
         jsonb_build_object('fr', jsonb_build_object('title', 'Résolution ' || position,
           'text', 'Le texte de la résolution.')),
         'art. 1', '{"majority":"simple","secondMeeting":false,"abstainInBase":false}', 'rehearsal'
       FROM item RETURNING id
     )
     INSERT INTO decision_option (decision_id, id, position)
     SELECT decision.id, o.id, o.position
     FROM decision, (VALUES ('for', 1), ('against', 2), ('abstain', 3)) AS o (id, position)`,
    [assemblyId, slug, DEFAULT_PROFILE, VOTES_INVENTED],
  );
  return { assemblyId, slug, decisionIds: await votesOf(pool, assemblyId), leftOut: 0 };
}

async function copySession(pool: pg.Pool, original: Original): Promise<Session> {
  const source = new pg.Client({ connectionString: original.databaseUrl });
  await source.connect();
  try {
    const { rows } = await source.query<{ id: string; votes: number }>(
      `SELECT id, (SELECT count(*)::int FROM decision d
         WHERE d.assembly_id = assembly.id AND NOT d.rehearsal) AS votes
       FROM assembly WHERE slug = $1`,
      [original.slug],
    );
    const [assembly] = rows;
    if (!assembly) throw new Error(`There is no session ${original.slug}`);
    for (const [table, where] of COPIED) await copyRows(source, pool, table, where, assembly.id);
    await settle(pool, assembly.id);
    const decisionIds = await votesOf(pool, assembly.id);
    const leftOut = assembly.votes - decisionIds.length;
    return { assemblyId: assembly.id, slug: original.slug, decisionIds, leftOut };
  } finally {
    await source.end();
  }
}

async function copyRows(
  source: pg.Client,
  target: pg.Pool,
  table: string,
  where: string,
  assemblyId: string,
): Promise<void> {
  const { rows } = await source.query<{ rows: unknown }>(
    `SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') AS rows FROM ${table} t WHERE ${where}`,
    [assemblyId],
  );
  await target.query(
    `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows[0]?.rows)],
  );
}

/** The copy stands before its beginning, whatever the original has behind it. */
async function settle(pool: pg.Pool, assemblyId: string): Promise<void> {
  await pool.query(
    `UPDATE assembly SET phase = 'convened', current_item_id = NULL, questions_open = false,
       roll_as_of = NULL, question_mode = 'simple', guests_welcome = false, passes_asked_at = NULL
     WHERE id = $1`,
    [assemblyId],
  );
  await pool.query("UPDATE agenda_item SET phase = 'upcoming' WHERE assembly_id = $1", [
    assemblyId,
  ]);
  await pool.query(
    `UPDATE decision SET phase = 'draft', opened_at = NULL, closed_at = NULL, counted_at = NULL,
       published_at = NULL, opens_at = NULL, closes_at = NULL, frozen = '{}', electorate = '{}',
       override_reason = '', suspended_at = NULL, hold_until = NULL, annulled_at = NULL,
       annul_reason = '', repeats_id = NULL, tie_seed = NULL, tie_order = NULL, may_change = true
     WHERE assembly_id = $1`,
    [assemblyId],
  );
}

async function votesOf(pool: pg.Pool, assemblyId: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT d.id FROM decision d LEFT JOIN agenda_item i ON i.id = d.item_id
     WHERE d.assembly_id = $1 ORDER BY i.position, d.position LIMIT $2`,
    [assemblyId, VOTES_INVENTED],
  );
  return rows.map(({ id }) => id);
}

/** Invented members, admitted long ago, each with a session as signing in would have made it. */
async function signedIn(pool: pg.Pool, count: number): Promise<Caller[]> {
  const { rows } = await pool.query<{ id: string }>(
    `WITH people AS (
       INSERT INTO person (id, given_name, family_name, language)
       SELECT uuidv7(), 'Membre', 'de répétition ' || n, (ARRAY['fr','nl','de','en'])[1 + n % 4]
       FROM generate_series(1, $1::int) AS n RETURNING id
     ), admitted AS (
       INSERT INTO membership_event (id, person_id, kind, category_id, shares, effective_on)
       SELECT uuidv7(), id, 'admitted', 'A', 1 + (random() * 20)::int, '2010-01-01' FROM people
     )
     SELECT id FROM people`,
    [count],
  );
  const callers = rows.map(({ id }) => ({
    personId: id,
    secret: randomUUID().replaceAll("-", ""),
  }));
  await pool.query(
    `INSERT INTO auth_session (id, person_id, expires_at)
     SELECT id, person, now() + interval '1 day' FROM unnest($1::text[], $2::uuid[]) AS s(id, person)`,
    [
      callers.map(({ secret }) => createHash("sha256").update(secret).digest("hex")),
      callers.map(({ personId }) => personId),
    ],
  );
  return callers.map(({ personId, secret }) => ({ personId, cookie: `palabre_session=${secret}` }));
}

async function grant(pool: pg.Pool, personId: string, role: string): Promise<void> {
  await pool.query(
    `INSERT INTO role_grant (id, person_id, role, body, valid_from)
     VALUES (gen_random_uuid(), $1, $2, 'cooperative', '2000-01-01')`,
    [personId, role],
  );
}
