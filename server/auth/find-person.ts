import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../platform/platform.ts";

/** What a desk needs to know the right person by; no more. */
export type FoundPerson = {
  id: string;
  name: string;
  registerNo: string | null;
  kind: "natural" | "legal";
  office: string | null;
  email: string | null;
  emailStatus: "working" | "bounced" | "none";
};

const SHOWN = 20;

/** People by name, register number or address: for the desk and for who grants roles. */
export async function findPersons(
  { pool }: Platform,
  actor: Actor,
  input: { query: string },
): Promise<Result<FoundPerson[]>> {
  const allowed =
    can(actor, "person.help-sign-in", COOPERATIVE) || can(actor, "role.grant", COOPERATIVE);
  if (!allowed) return refuse("not-allowed");
  const query = input.query.trim();
  if (query.length < 2) return ok([]);
  const { rows } = await pool.query<FoundPerson>(
    `SELECT p.id, btrim(p.given_name || ' ' || p.family_name) AS name,
       p.register_no AS "registerNo", p.kind, office.name AS office, p.email,
       p.email_status AS "emailStatus"
     FROM person p LEFT JOIN office ON office.id = p.office_id
     WHERE p.register_no = $1 OR p.email = lower($1)
       OR (p.given_name || ' ' || p.family_name) ILIKE $2
     ORDER BY p.register_no = $1 DESC NULLS LAST, p.family_name, p.given_name LIMIT ${SHOWN}`,
    [query, `%${query.replace(/[\\%_]/g, "\\$&")}%`],
  );
  return ok(rows);
}
