import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import { stateOf } from "#domain/notifications/solicitation.ts";
import type { QuietPeriod, SolicitationCard, SolicitationsPage } from "#wire/solicitations.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { mayReadProofs } from "./proofs.ts";

const PAGE = 25;

type Row = Omit<SolicitationCard, "state" | "answerBy"> & {
  answerBy: string | null;
  answered: boolean;
  cancelled: boolean;
};

const CARD = `
  s.id, s.kind, s.titles, s.link, s.statutory, ${isoDay("s.asked_on")} AS "askedOn",
  ${isoDay("s.answer_by")} AS "answerBy", s.who_acts AS "whoActs", s.asked, s.spared,
  s.became, s.basis, s.answered_at IS NOT NULL AS answered,
  s.cancelled_at IS NOT NULL AS cancelled,
  coalesce((
    SELECT json_agg(json_strip_nulls(json_build_object('kind', c.kind, 'from', c.from_day,
      'to', c.to_day, 'reason', c.reason, 'at', c.changed_at)) ORDER BY c.id)
    FROM solicitation_change c WHERE c.solicitation_id = s.id), '[]') AS changes`;

/** What a group asks of its own is on the calendar of who was asked. SQL on `s`. */
const seenBy = (person: string) => `(NOT s.within OR EXISTS (
  SELECT FROM solicited d WHERE d.solicitation_id = s.id AND d.person_id = ${person}))`;

const PROMISES = "NOT s.statutory AND s.cancelled_at IS NULL AND s.answer_by IS NOT NULL";

/** Everything that asks something of members, what was promised, and what became of it. */
export async function solicitationsPage(
  { pool, clock }: Platform,
  actor: Actor,
  { before }: { before?: string | undefined },
): Promise<Result<SolicitationsPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const today = dayInBrussels(clock.now());
  const mayArrange = can(actor, "solicitation.arrange", COOPERATIVE);
  const [latest, overdue, rules, mine, form] = await Promise.all([
    cards(pool, today, `($1::uuid IS NULL OR s.id < $1) AND ${seenBy("$2")}`, "s.id DESC", [
      before ?? null,
      actor.personId,
    ]),
    cards(
      pool,
      today,
      `${PROMISES} AND s.answered_at IS NULL AND s.answer_by < $1`,
      "s.answer_by, s.id",
      [today],
    ),
    rulesOf(pool, today),
    timesAsked(pool, actor.personId, today),
    mayArrange ? whatFormKnows(pool, today) : undefined,
  ]);
  return ok({
    solicitations: latest.slice(0, PAGE),
    overdue: overdue.slice(0, PAGE),
    ...rules,
    mine,
    mayArrange,
    mayReadProofs: mayReadProofs(actor),
    ...(form ? { form } : {}),
    ...(latest.length > PAGE ? { next: latest[PAGE - 1]!.id } : {}),
  });
}

async function cards(
  pool: Pool,
  today: string,
  condition: string,
  order: string,
  values: unknown[],
  most = PAGE + 1,
): Promise<SolicitationCard[]> {
  const { rows } = await pool.query<Row>(
    `SELECT ${CARD} FROM solicitation s WHERE ${condition} ORDER BY ${order} LIMIT ${most}`,
    values,
  );
  return rows.map(({ answered, cancelled, answerBy, ...row }) => {
    const promised = answerBy === null ? {} : { answerBy };
    const { statutory } = row;
    return {
      ...row,
      ...promised,
      state: stateOf({ statutory, ...promised, answered, cancelled }, today),
    };
  });
}

async function rulesOf(
  pool: Pool,
  today: string,
): Promise<Pick<SolicitationsPage, "cap" | "quiet">> {
  const { rows } = await pool.query<{ most: number; days: number; quiet: QuietPeriod[] }>(
    `SELECT most, days, coalesce((SELECT json_agg(json_build_object('id', id,
       'firstDay', first_day, 'lastDay', last_day, 'titles', titles) ORDER BY first_day)
       FROM quiet_period WHERE last_day >= $1::date), '[]') AS quiet
     FROM solicitation_cap`,
    [today],
  );
  const { most, days, quiet } = rows[0]!;
  return { cap: { most, days }, quiet };
}

async function timesAsked(pool: Pool, personId: string, today: string): Promise<number> {
  const { rows } = await pool.query<{ times: number }>(
    `SELECT count(*)::int AS times FROM solicited d
     JOIN solicitation s ON s.id = d.solicitation_id, solicitation_cap cap
     WHERE d.person_id = $1 AND NOT s.statutory AND s.cancelled_at IS NULL
       AND s.asked_on > $2::date - cap.days`,
    [personId, today],
  );
  return rows[0]?.times ?? 0;
}

/** Before anybody is asked again: what became of the last time. */
async function whatFormKnows(
  pool: Pool,
  today: string,
): Promise<NonNullable<SolicitationsPage["form"]>> {
  const [offices, [last]] = await Promise.all([
    openOffices(pool, today),
    cards(pool, today, PROMISES, "s.id DESC", [], 1),
  ]);
  return { offices, today, ...(last && { last }) };
}

async function openOffices(pool: Pool, today: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await pool.query<{ id: string; name: string }>(
    "SELECT id, name FROM office WHERE closes_on IS NULL OR closes_on > $1::date ORDER BY name",
    [today],
  );
  return rows;
}
