import type { Pool } from "pg";
import { formatDateTime } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/server.ts";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { inLanguage, type Language, type Translated } from "#domain/kernel/languages.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import type {
  ProofQuery,
  SendingCard,
  SendingLine,
  SendingPage,
  SendingsPage,
  SendingState,
} from "#wire/proofs.ts";
import { table } from "../../platform/csv-table.ts";
import type { Platform } from "../../platform/platform.ts";

const PAGE = 25;
const LINES = 100;

/** What became of a sending: `s` is its row. SQL. */
const STATE = `
  CASE WHEN s.mail_id IS NULL THEN 'no-address' WHEN s.bounced_at IS NOT NULL THEN 'bounced'
    WHEN s.sent_at IS NOT NULL THEN 'taken' WHEN s.given_up_at IS NOT NULL THEN 'given-up'
    ELSE 'waiting' END`;
const COUNTS = `
  json_build_object(
    'no-address', count(*) FILTER (WHERE ${STATE} = 'no-address'),
    'bounced', count(*) FILTER (WHERE ${STATE} = 'bounced'),
    'taken', count(*) FILTER (WHERE ${STATE} = 'taken'),
    'given-up', count(*) FILTER (WHERE ${STATE} = 'given-up'),
    'waiting', count(*) FILTER (WHERE ${STATE} = 'waiting'))`;

/** In the reader's language where somebody got it so. SQL; `$2` is the language. */
const SUBJECT = `(array_agg(s.subject ORDER BY s.language = $2 DESC))[1]`;

/** Those of the whole cooperative, or of the assemblies whose secretary or organiser one is. */
type Scope = { everything: boolean; bodies: string[] };

function scopeOf(actor: PersonActor): Scope | undefined {
  const everything = can(actor, "proof.read", COOPERATIVE);
  const bodies = actor.grants
    .map(({ body }) => body)
    .filter((body) => can(actor, "proof.read", { body }));
  return everything || bodies.length > 0 ? { everything, bodies } : undefined;
}

export function mayReadProofs(actor: PersonActor): boolean {
  return scopeOf(actor) !== undefined;
}

/** Everything that law or statutes asked for and that was sent, convocations among it. */
export async function proofsPage(
  { pool }: Platform,
  actor: Actor,
  { language, before }: { language: Language; before?: string | undefined },
): Promise<Result<SendingsPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const scope = scopeOf(actor);
  if (!scope) return refuse("not-allowed");
  const [notices, convocations] = await Promise.all([
    noticeSendings(pool, scope, language, before),
    convocationSendings(pool, scope, language, before),
  ]);
  const all = [...notices, ...convocations].sort((one, other) => other.at.localeCompare(one.at));
  const sendings = all.slice(0, PAGE);
  return ok({ sendings, ...(all.length > PAGE ? { next: sendings.at(-1)!.at } : {}) });
}

type CardRow = { subject: string; at: Date; counts: SendingCard["counts"] };

async function noticeSendings(
  pool: Pool,
  { everything, bodies }: Scope,
  language: Language,
  before: string | undefined,
): Promise<SendingCard[]> {
  const { rows } = await pool.query<CardRow & { key: string }>(
    `SELECT s.key, ${SUBJECT} AS subject, min(s.written_at) AS at, ${COUNTS} AS counts
     FROM statutory_sending s WHERE $1 OR s.body = ANY($3)
     GROUP BY s.key HAVING $4::timestamptz IS NULL OR min(s.written_at) < $4
     ORDER BY at DESC LIMIT ${PAGE + 1}`,
    [everything, language, bodies, before ?? null],
  );
  return rows.map(({ key, at, ...row }) => ({ of: { key }, at: at.toISOString(), ...row }));
}

/** Their proof, line by line, is on the page of each. */
async function convocationSendings(
  pool: Pool,
  { everything, bodies }: Scope,
  language: Language,
  before: string | undefined,
): Promise<SendingCard[]> {
  const { rows } = await pool.query<Omit<CardRow, "subject"> & { slug: string; title: Translated }>(
    `SELECT a.slug, a.title, c.sent_at AS at, (
       SELECT json_build_object(
         'no-address', count(*) FILTER (WHERE t.channel = 'post'),
         'bounced', count(*) FILTER (WHERE t.outcome = 'bounced'),
         'taken', count(*) FILTER (WHERE t.outcome IN ('taken', 'kept')),
         'given-up', count(*) FILTER (WHERE t.outcome = 'given-up'),
         'waiting', count(*) FILTER (WHERE t.channel = 'mail' AND t.outcome IS NULL))
       FROM convocation_addressee t WHERE t.assembly_id = a.id) AS counts
     FROM convocation c JOIN assembly a ON a.id = c.assembly_id
     WHERE c.sent_at IS NOT NULL AND ($1 OR 'assembly:' || a.id = ANY($2))
       AND ($3::timestamptz IS NULL OR c.sent_at < $3)
     ORDER BY c.sent_at DESC LIMIT ${PAGE + 1}`,
    [everything, bodies, before ?? null],
  );
  const { t } = translator(language);
  return rows.map(({ slug, title, at, counts }) => ({
    of: { page: `/assembly/${slug}/convocation` },
    subject: t("home:proofs.convocation", { assembly: inLanguage(title, language)?.value ?? "" }),
    at: at.toISOString(),
    counts,
  }));
}

type LineRow = Omit<SendingLine, "writtenAt" | "stateAt"> & {
  writtenAt: Date;
  stateAt: Date | null;
};

const LINE = `
  s.person_id AS "personId", btrim(p.given_name || ' ' || p.family_name) AS name,
  coalesce(p.register_no, '') AS "registerNo", s.recipient, s.language,
  s.written_at AS "writtenAt", ${STATE} AS state,
  coalesce(s.bounced_at, s.sent_at, s.given_up_at) AS "stateAt",
  encode(s.text_sha256, 'hex') AS hash`;

/** One sending, line by line: whom, when, which text, and what became of it. */
export async function proofPage(
  { pool }: Platform,
  actor: Actor,
  { key, state, after, language }: ProofQuery & { language: Language },
): Promise<Result<SendingPage>> {
  const found = await openSending(pool, actor, key, language);
  if (!found.ok) return found;
  const { at, ...sending } = found.value;
  const { rows } = await pool.query<LineRow>(
    `SELECT ${LINE} FROM statutory_sending s JOIN person p ON p.id = s.person_id
     WHERE s.key = $1 AND ($2::text IS NULL OR ${STATE} = $2)
       AND ($3::uuid IS NULL OR s.person_id > $3)
     ORDER BY s.person_id LIMIT ${LINES + 1}`,
    [key, state ?? null, after ?? null],
  );
  const lines = rows.slice(0, LINES).map(({ writtenAt, stateAt, ...row }) => ({
    ...row,
    writtenAt: writtenAt.toISOString(),
    ...(stateAt ? { stateAt: stateAt.toISOString() } : {}),
  }));
  return ok({
    key,
    ...sending,
    at: at.toISOString(),
    ...(state ? { state } : {}),
    lines,
    ...(rows.length > LINES ? { next: lines.at(-1)!.personId } : {}),
  });
}

async function openSending(
  pool: Pool,
  actor: Actor,
  key: string,
  language: Language,
): Promise<Result<CardRow>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const scope = scopeOf(actor);
  if (!scope) return refuse("not-allowed");
  const { rows } = await pool.query<CardRow>(
    `SELECT ${SUBJECT} AS subject, min(s.written_at) AS at, ${COUNTS} AS counts
     FROM statutory_sending s WHERE s.key = $4 AND ($1 OR s.body = ANY($3)) HAVING count(*) > 0`,
    [scope.everything, language, scope.bodies, key],
  );
  return rows[0] ? ok(rows[0]) : refuse("not-found");
}

/** The whole proof as a table for a spreadsheet. */
export async function proofCsv(
  { pool }: Platform,
  actor: Actor,
  { key, language }: { key: string; language: Language },
): Promise<Result<string>> {
  const found = await openSending(pool, actor, key, language);
  if (!found.ok) return found;
  const { rows } = await pool.query<LineRow>(
    `SELECT ${LINE} FROM statutory_sending s JOIN person p ON p.id = s.person_id
     WHERE s.key = $1 ORDER BY p.register_no, p.id`,
    [key],
  );
  const { t } = translator(language);
  const at = (instant: Date | null) => (instant ? formatDateTime(language, instant) : "");
  const head = ["registerNo", "name", "recipient", "language", "writtenAt", "state", "stateAt"];
  return ok(
    table(
      [...head, "hash"].map((column) => t(`home:proofs.column.${column}`)),
      rows.map((row) => [
        row.registerNo,
        row.name,
        row.recipient,
        row.language,
        at(row.writtenAt),
        sayState(row.state, language),
        at(row.stateAt),
        row.hash,
      ]),
    ),
  );
}

function sayState(state: SendingState, language: Language): string {
  return translator(language).t(`home:proofs.state.${state}`);
}
