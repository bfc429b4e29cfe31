import type { ClientBase } from "pg";
import type { Actor, Body, Role } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { isApartBody } from "../../platform/apart-sql.ts";
import { isoDay } from "../../platform/instants.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";

/** A role somebody holds, held or will hold; days are ISO dates, both included. */
export type GrantLine = {
  id: string;
  personId: string;
  name: string;
  role: Role;
  body: Body;
  validFrom: string;
  validTo: string | null;
  grantedBy: string | null;
  state: "held" | "coming" | "ended";
};

/** A body in which roles are held, and what to call it. */
export type BodyChoice = { body: Body; title?: Translated };

const ENDED_SHOWN = 100;

/**
 * Every role held or to come, body by body, and those that ended last. Offices among workers are
 * theirs to give and to know.
 */
export async function listGrants(
  { pool, clock }: Platform,
  actor: Actor,
): Promise<Result<{ grants: GrantLine[]; bodies: BodyChoice[]; today: string }>> {
  if (!can(actor, "role.grant", COOPERATIVE)) return refuse("not-allowed");
  const today = dayInBrussels(clock.now());
  const { rows } = await pool.query<GrantLine>(
    `SELECT * FROM (
       SELECT g.id, g.person_id AS "personId", g.role, g.body,
         ${isoDay("g.valid_from")} AS "validFrom",
         ${isoDay("g.valid_to")} AS "validTo",
         ${nameOf("p")} AS name, ${nameOf("giver")} AS "grantedBy",
         CASE WHEN g.valid_to < $1::date THEN 'ended'
           WHEN g.valid_from > $1::date THEN 'coming' ELSE 'held' END AS state
       FROM role_grant g JOIN person p ON p.id = g.person_id
       LEFT JOIN person giver ON giver.id = g.granted_by
       WHERE NOT ${isApartBody("g.body")}
     ) AS line
     ORDER BY state = 'ended', body, role, name, "validFrom" DESC`,
    [today],
  );
  const ended = rows.filter(({ state }) => state === "ended").slice(0, ENDED_SHOWN);
  const grants = [...rows.filter(({ state }) => state !== "ended"), ...ended];
  const assemblies = await pool.query<{ id: string; title: Translated }>(
    "SELECT id, title FROM assembly WHERE kind <> 'workers' ORDER BY day DESC",
  );
  const bodies: BodyChoice[] = [
    { body: "cooperative" },
    { body: "board" },
    ...assemblies.rows.map(({ id, title }) => ({ body: `assembly:${id}` as const, title })),
  ];
  return ok({ grants, bodies, today });
}

/** Whether there is such a body: roles in an assembly that does not exist would never show. */
export async function bodyExists(client: ClientBase, body: Body): Promise<boolean> {
  if (!body.startsWith("assembly:")) return true;
  const { rowCount } = await client.query("SELECT FROM assembly WHERE id::text = $1", [
    body.slice("assembly:".length),
  ]);
  return Boolean(rowCount);
}
