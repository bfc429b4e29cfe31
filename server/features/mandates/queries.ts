import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { AssemblyPhase } from "#domain/live-session/agenda.ts";
import type { MandatesPage, RegisteredMandate } from "#wire/mandates.ts";
import { nameOf } from "../../platform/person-name.ts";
import { maySee } from "../assembly/cards.ts";
import { myMandates } from "./cards.ts";
import { isOpenFor } from "./change-mandates.ts";
import { MANDATES_ALLOWED, standingOf } from "./mandate-sql.ts";

type Row = {
  id: string;
  slug: string;
  title: Translated;
  phase: AssemblyPhase;
  allowed: boolean;
  article: string;
  maxPerHolder: number;
};

/** Everything about mandates that one reader may see, and for whom they may give one. */
export async function mandatesPage(
  pool: Pool,
  actor: Actor,
  slug: string,
): Promise<Result<MandatesPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { rows } = await pool.query<Row>(
    `SELECT a.id, a.slug, a.title, a.phase, ${MANDATES_ALLOWED} AS allowed,
       coalesce(p.values #>> '{channels,proxy,article}', '') AS article,
       coalesce((p.values #>> '{proxy,value,maxPerDelegate}')::int, 1) AS "maxPerHolder"
     FROM assembly a JOIN statute_profile p ON p.version = a.profile_version WHERE a.slug = $1`,
    [slug],
  );
  const [row] = rows;
  if (!row || !maySee(actor, row)) return refuse("not-found");
  const { id, title, phase, allowed, article, maxPerHolder } = row;
  const seesRegister = can(actor, "mandate.list", assemblySubject(id));
  return ok({
    assembly: { id, slug, title, phase },
    allowed,
    article,
    maxPerHolder,
    open: allowed && isOpenFor(row),
    givers: allowed ? await giversFor(pool, id, actor.personId, actor.isMember) : [],
    mayRegister: allowed && isOpenFor(row) && can(actor, "mandate.register", assemblySubject(id)),
    mine: await myMandates(pool, id, actor.personId),
    ...(allowed && seesRegister ? { register: await register(pool, id) } : {}),
  });
}

/** Oneself, and the legal persons one represents: those on the roll, once it is taken. */
async function giversFor(
  pool: Pool,
  assemblyId: string,
  personId: string,
  isMember: boolean,
): Promise<MandatesPage["givers"]> {
  const { rows } = await pool.query<MandatesPage["givers"][number]>(
    `SELECT p.id, ${nameOf("p")} AS name, p.id = $2 AS self
     FROM assembly a JOIN person p ON p.id = $2 OR p.id IN (
       SELECT r.legal_person_id FROM representation r
       WHERE r.representative_id = $2 AND r.valid_from <= coalesce(a.roll_as_of, a.day)
         AND (r.valid_to IS NULL OR r.valid_to >= coalesce(a.roll_as_of, a.day)))
     WHERE a.id = $1 AND CASE WHEN a.roll_as_of IS NULL THEN p.id <> $2 OR $3 ELSE EXISTS (
       SELECT FROM roll_entry e WHERE e.assembly_id = a.id AND e.person_id = p.id) END
     ORDER BY p.id <> $2, name`,
    [assemblyId, personId, isMember],
  );
  return rows;
}

/** The list of mandates for the bureau, which the minutes keep too (rules §1.2: listed). */
export async function register(pool: Pool, assemblyId: string): Promise<RegisteredMandate[]> {
  const { rows } = await pool.query<RegisteredMandate>(
    `SELECT m.id, ${nameOf("giver")} AS giver, giver.register_no AS "giverNo",
       ${nameOf("holder")} AS holder, holder.register_no AS "holderNo", ${standingOf()} AS standing,
       to_char(m.given_at AT TIME ZONE 'UTC', ${ISO}) AS "givenAt",
       to_char(m.answered_at AT TIME ZONE 'UTC', ${ISO}) AS "answeredAt",
       to_char(m.ended_at AT TIME ZONE 'UTC', ${ISO}) AS "endedAt"
     FROM mandate m
     JOIN person giver ON giver.id = m.giver_id JOIN person holder ON holder.id = m.holder_id
     WHERE m.assembly_id = $1 ORDER BY giver.family_name, giver.given_name, m.given_at`,
    [assemblyId],
  );
  return rows.map(withoutNulls);
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
