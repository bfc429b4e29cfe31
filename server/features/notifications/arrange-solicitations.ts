import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import type { NewSolicitation, StatutoryNotice } from "#wire/solicitations.ts";
import { inTransaction } from "../../platform/database.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { MEMBERS_ON_A_DAY } from "../membership/members-sql.ts";
import { notify } from "./notify.ts";
import { solicit } from "./solicitations.ts";

/** Work of who may arrange, in one transaction. */
export async function arranging<T>(
  { pool }: Platform,
  actor: Actor,
  work: (client: PoolClient, by: PersonActor) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "solicitation.arrange", COOPERATIVE)) return refuse("not-allowed");
  return inTransaction(pool, (client) => work(client, actor));
}

/** The key of the notice by which people were asked. */
export const askedKey = (key: string) => `ask:${key}`;

/** Asks members for something: all of them or those of an office, as far as the cap allows. */
export function askMembers(
  platform: Platform,
  actor: Actor,
  { key, kind, titles, link, office, whoActs, answerBy }: NewSolicitation,
): Promise<Result<{ asked: number; spared: number }>> {
  return arranging(platform, actor, async (client, by) => {
    const today = dayInBrussels(platform.clock.now());
    if (answerBy <= today) return refuse("bad-input");
    const persons = await membersOf(client, today, office);
    const request = { key, kind, body: "cooperative", titles, link, whoActs, answerBy } as const;
    const granted = await solicit(platform, client, by, request, persons);
    if (!granted.ok) return granted;
    const { to, spared } = granted.value;
    const details = { title: titles, whoActs, answerOn: answerBy };
    await notify(
      platform,
      client,
      {
        kind: "solicitation",
        body: "cooperative",
        link,
        details,
        key: askedKey(key),
        urgency: "digest",
      },
      to,
    );
    return ok({ asked: to.length, spared });
  });
}

/**
 * Tells every member what law or statutes ask for: by mail at once, whatever they chose, with a proof
 * of each. The article that asks for it is on the calendar for everybody to see.
 */
export function informMembers(
  platform: Platform,
  actor: Actor,
  { key, titles, link, basis }: StatutoryNotice,
): Promise<Result<{ asked: number }>> {
  return arranging(platform, actor, async (client, by) => {
    const everybody = await membersOf(client, dayInBrussels(platform.clock.now()), "");
    const body = "cooperative";
    const request = { key, kind: "notice", body, titles, link, basis, statutory: true } as const;
    const granted = await solicit(platform, client, by, request, everybody);
    if (!granted.ok) return granted;
    await notify(
      platform,
      client,
      {
        kind: "statutory-notice",
        body,
        link,
        details: { title: titles, basis },
        key: askedKey(key),
        urgency: "statutory",
      },
      granted.value.to,
    );
    return ok({ asked: granted.value.to.length });
  });
}

/** The statement of a roll names an assembly; here there is none. */
const NO_ASSEMBLY = null;

async function membersOf(client: PoolClient, today: string, office: string): Promise<string[]> {
  const { rows } = await client.query<{ persons: string[] }>(
    `SELECT coalesce(array_agg(person_id), '{}') AS persons FROM (${MEMBERS_ON_A_DAY}) member
     WHERE $3 = '' OR office_id = $3`,
    [NO_ASSEMBLY, today, office],
  );
  return rows[0]!.persons;
}

export function changeCap(
  platform: Platform,
  actor: Actor,
  { most, days }: { most: number; days: number },
): Promise<Result<null>> {
  return arranging(platform, actor, async (client) => {
    await client.query("UPDATE solicitation_cap SET most = $1, days = $2", [most, days]);
    return ok(null);
  });
}

export function addQuietPeriod(
  platform: Platform,
  actor: Actor,
  { firstDay, lastDay, titles }: { firstDay: string; lastDay: string; titles: Translated },
): Promise<Result<null>> {
  return arranging(platform, actor, async (client) => {
    await client.query(
      "INSERT INTO quiet_period (first_day, last_day, titles) VALUES ($1, $2, $3)",
      [firstDay, lastDay, JSON.stringify(titles)],
    );
    return ok(null);
  });
}

export function removeQuietPeriod(
  platform: Platform,
  actor: Actor,
  { id }: { id: string },
): Promise<Result<null>> {
  return arranging(platform, actor, async (client) => {
    const { rowCount } = await client.query("DELETE FROM quiet_period WHERE id = $1", [id]);
    return rowCount === 0 ? refuse("not-found") : ok(null);
  });
}

/** Job process: who promised an answer is told, once, that its day has passed. */
export function remindOfPromises(platform: Platform): Promise<void> {
  return inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<{
      id: string;
      titles: Translated;
      answerBy: string;
      by: string;
    }>(
      `SELECT s.id, s.titles, ${isoDay("s.answer_by")} AS "answerBy", s.created_by AS by
       FROM solicitation s
       WHERE NOT s.statutory AND s.answered_at IS NULL AND s.cancelled_at IS NULL
         AND s.answer_by < $1::date AND s.created_by IS NOT NULL AND NOT EXISTS (
           SELECT FROM notice n
           WHERE n.person_id = s.created_by AND n.key = 'overdue:' || s.id)
       LIMIT 100`,
      [dayInBrussels(platform.clock.now())],
    );
    for (const { id, titles, answerBy, by } of rows) {
      await notify(
        platform,
        client,
        {
          kind: "solicitation-overdue",
          body: "cooperative",
          link: `/solicitations#request-${id}`,
          details: { title: titles, answerOn: answerBy },
          key: `overdue:${id}`,
          urgency: "soon",
        },
        [by],
      );
    }
  });
}
