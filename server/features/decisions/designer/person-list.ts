import type { ClientBase, Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { ListedPerson, PersonList } from "#wire/decision-designer.ts";
import { rollSql } from "./count-electorate.ts";
import { findDraft } from "./designer-page.ts";

/** A name is searched from this many letters on; a list and a search show so many persons. */
const LEAST_LETTERS = 2;
const SHOWN = { listed: 50, found: 20 };

type Roll = { assemblyId: string; rollTaken: boolean; day: string };

/** The list of a draft's electorate, and whom a search by name or register number finds. */
export async function personList(
  pool: Pool,
  actor: Actor,
  { decisionId, query }: { decisionId: string; query: string },
  day: string,
): Promise<Result<PersonList>> {
  const found = await findDraft(pool, actor, decisionId);
  if (!found.ok) return found;
  const { assembly, row } = found.value;
  const roll = { assemblyId: assembly.id, rollTaken: assembly.rollTaken, day };
  const { list = [] } = row.electorate;
  const wanted = query.trim();
  const [persons, matching] = await Promise.all([
    list.length > 0 ? listedPersons(pool, roll, list) : [],
    wanted.length >= LEAST_LETTERS ? findPersons(pool, roll, list, wanted) : undefined,
  ]);
  return ok({ persons, total: list.length, ...(matching ? { found: matching } : {}) });
}

const NAME = "btrim(p.given_name || ' ' || p.family_name)";
const PERSON = `p.id AS "personId", ${NAME} AS name, p.register_no AS "registerNo",
  office.name AS office, roll.person_id IS NOT NULL AS "onRoll", p.id = ANY($3::uuid[]) AS listed`;

async function listedPersons(
  pool: Pool,
  { assemblyId, rollTaken, day }: Roll,
  list: readonly string[],
): Promise<ListedPerson[]> {
  const { rows } = await pool.query<ListedPerson>(
    `SELECT ${PERSON}
     FROM person p LEFT JOIN (${rollSql({ rollTaken })}) AS roll ON roll.person_id = p.id
     LEFT JOIN office ON office.id = p.office_id
     WHERE p.id = ANY($3::uuid[])
     ORDER BY p.family_name, p.given_name, p.id LIMIT ${SHOWN.listed}`,
    [assemblyId, day, list],
  );
  return rows;
}

async function findPersons(
  pool: Pool,
  { assemblyId, rollTaken, day }: Roll,
  list: readonly string[],
  wanted: string,
): Promise<ListedPerson[]> {
  const { rows } = await pool.query<ListedPerson>(
    `SELECT ${PERSON}
     FROM person p LEFT JOIN (${rollSql({ rollTaken })}) AS roll ON roll.person_id = p.id
     LEFT JOIN office ON office.id = p.office_id
     WHERE (roll.person_id IS NOT NULL OR p.id = ANY($3::uuid[]))
       AND (p.register_no IN ($4, upper($4)) OR (p.given_name || ' ' || p.family_name) ILIKE $5)
     ORDER BY p.register_no IN ($4, upper($4)) DESC NULLS LAST, p.family_name, p.given_name, p.id
     LIMIT ${SHOWN.found}`,
    [assemblyId, day, list, wanted, `%${wanted.replace(/[\\%_]/g, "\\$&")}%`],
  );
  return rows;
}

/** Somebody with a register number, if there is somebody. */
export type Numbered = { personId: string | null; name: string | null; onRoll: boolean };

/** Who has these register numbers, in order. */
export async function personsNumbered(
  client: Pick<ClientBase, "query">,
  { assemblyId, rollTaken, day }: Roll,
  numbers: readonly string[],
): Promise<Numbered[]> {
  const { rows } = await client.query<Numbered>(
    `SELECT p.id AS "personId", ${NAME} AS name, roll.person_id IS NOT NULL AS "onRoll"
     FROM unnest($3::text[]) WITH ORDINALITY AS given(number, n)
     LEFT JOIN LATERAL (SELECT * FROM person WHERE register_no IN (given.number, upper(given.number))
       ORDER BY register_no = given.number DESC LIMIT 1) AS p ON true
     LEFT JOIN (${rollSql({ rollTaken })}) AS roll ON roll.person_id = p.id
     ORDER BY given.n`,
    [assemblyId, day, numbers],
  );
  return rows;
}
