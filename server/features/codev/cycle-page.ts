import { z } from "zod";
import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { activeMembers, clientsFor, datesAhead, datesMissing } from "#domain/codev/rotation.ts";
import { mayReadText } from "#domain/codev/confidential.ts";
import { PACT_CLAUSES, type PactClause } from "#domain/codev/words.ts";
import type { CyclePage, CycleSession } from "#wire/codev-pages.ts";
import { epochMs } from "../../platform/instants.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import { type Standing, standingIn } from "./frames.ts";
import type { GroupTexts } from "./group-key.ts";
import { loadGroup } from "./group.ts";
import type { Client } from "./rows.ts";

type Head = Omit<
  CyclePage,
  "people" | "facilitators" | "sessions" | "pact" | "swaps" | "newcomers"
>;

const ID = z.uuid();

/** A cycle as somebody of the group, or who leads it, sees it; to anybody else there is none. */
export async function cyclePage(
  { pool, clock }: Platform,
  texts: GroupTexts,
  actor: Actor,
  cycleId: string,
): Promise<Result<CyclePage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "codev.take-part", COOPERATIVE)) return refuse("not-allowed");
  if (!ID.safeParse(cycleId).success) return refuse("not-found");
  const me = actor.personId;
  const standing = await standingIn(pool, cycleId, me);
  // Whom the group was not asked about yet, and who left, see nothing of it.
  const outside = standing?.as === "participant" && /^(proposed|left)$/.test(standing.state);
  if (!standing || outside) return refuse("not-found");
  const [head, people, sessions, swaps, group, mine] = await Promise.all([
    headOf(pool, cycleId, me),
    peopleOf(pool, cycleId, me),
    sessionsOf(pool, cycleId, me),
    swapsOf(pool, cycleId),
    loadGroup(pool, cycleId),
    standing.as === "facilitator"
      ? texts.list(pool, { cycleId, kinds: ["comment", "debrief"] })
      : texts.list(pool, { cycleId, personId: me, kinds: ["subject", "plan"] }),
  ]);
  if (!head) return refuse("not-found");
  const [next] = datesAhead(group);
  const present = activeMembers(group)
    .map(({ id }) => id)
    .filter((id) => !next?.excused.includes(id));
  const [nextClientId] = next ? clientsFor(group, next.id, { present }) : [];
  return ok({
    ...head,
    now: clock.now().getTime(),
    ...partOf(standing),
    me,
    ...people,
    sessions: sessions.map((session) =>
      standing.as === "facilitator"
        ? withWordsForPair(session, mine, me)
        : withOwnTexts(session, mine),
    ),
    swaps,
    ...(nextClientId && { nextClientId }),
    datesMissing: datesMissing(group),
  });
}

function partOf(standing: Standing): Pick<CyclePage, "as" | "myState"> {
  return standing.as === "facilitator"
    ? { as: "facilitator" }
    : { as: "participant", myState: standing.state };
}

async function headOf(client: Client, id: string, me: string): Promise<Head | undefined> {
  const { rows } = await client.query<Head>(
    `SELECT c.id, c.name, c.state, c.language, c.mode, o.name AS office, c.place, c.link,
       c.purge_on::text AS "purgeOn", nullif(c.purged_at IS NOT NULL, false) AS purged,
       nullif(EXISTS (SELECT FROM codev_end_answered e
         WHERE e.cycle_id = c.id AND e.person_id = $2), false) AS "endAnswered"
     FROM codev_cycle c LEFT JOIN office o ON o.id = c.office_id WHERE c.id = $1`,
    [id, me],
  );
  return rows[0] && withoutNulls(rows[0]);
}

type PersonRow = {
  id: string;
  name: string;
  state: CyclePage["people"][number]["state"] | null;
  side: CyclePage["facilitators"][number]["side"] | null;
  cleared: boolean;
  clauses: PactClause[];
  clientCount: number;
  agreed: number;
  answered: boolean;
};

async function peopleOf(client: Client, cycleId: string, me: string) {
  const { rows } = await client.query<PersonRow>(
    `SELECT p.id, ${nameOf("p")} AS name, g.state, f.side, f.cleared_at IS NOT NULL AS cleared,
       coalesce((SELECT array_agg(clause) FROM codev_pact a
         WHERE a.cycle_id = $1 AND a.person_id = p.id), '{}') AS clauses,
       (SELECT count(*)::int FROM codev_turn t WHERE t.cycle_id = $1 AND t.client_id = p.id
         AND t.state = 'served') AS "clientCount",
       (SELECT count(*)::int FROM codev_consent n
         WHERE n.cycle_id = $1 AND n.newcomer_id = p.id) AS agreed,
       EXISTS (SELECT FROM codev_consent n WHERE n.cycle_id = $1 AND n.newcomer_id = p.id
         AND n.person_id = $2) AS answered
     FROM person p
     LEFT JOIN codev_participant g ON g.cycle_id = $1 AND g.person_id = p.id
     LEFT JOIN codev_pair f ON f.cycle_id = $1 AND f.person_id = p.id
     WHERE p.id IN (SELECT person_id FROM codev_participant WHERE cycle_id = $1
       UNION SELECT person_id FROM codev_pair WHERE cycle_id = $1)
     ORDER BY g.lot, f.side`,
    [cycleId, me],
  );
  const signed = ({ clauses }: PersonRow) => PACT_CLAUSES.every((one) => clauses.includes(one));
  const named = ({ id, name }: PersonRow) => ({
    id,
    name,
    ...(id === me && { me: true as const }),
  });
  const members = rows.filter(({ state }) => state && state !== "proposed");
  const active = members.filter(({ state }) => state === "active").length;
  const own = rows.find(({ id }) => id === me)?.clauses ?? [];
  return {
    people: members.map((row) => ({
      ...named(row),
      state: row.state!,
      signed: signed(row),
      clientCount: row.clientCount,
    })),
    facilitators: rows
      .filter(({ side }) => side)
      .map((row) => ({
        ...named(row),
        side: row.side!,
        signed: signed(row),
        cleared: row.cleared,
      })),
    newcomers: rows
      .filter(({ state }) => state === "proposed")
      .map((row) => ({
        ...named(row),
        answered: row.answered,
        agreed: row.agreed,
        of: active,
      })),
    pact: PACT_CLAUSES.map((clause) => ({ clause, accepted: own.includes(clause) })),
  };
}

async function sessionsOf(client: Client, cycleId: string, me: string): Promise<CycleSession[]> {
  const { rows } = await client.query<CycleSession>(
    `SELECT s.id, s.position, s.spare, s.state, ${epochMs("s.starts_at")} AS "startsAt",
       ${epochMs("s.ends_at")} AS "endsAt", s.lead_id AS "leadId", s.second_id AS "secondId",
       coalesce((SELECT json_agg(json_build_object('id', t.id, 'place', t.place,
           'clientId', t.client_id, 'state', t.state) ORDER BY t.place)
         FROM codev_turn t WHERE t.session_id = s.id), '[]') AS turns,
       coalesce((SELECT array_agg(a.person_id) FROM codev_attendance a
         WHERE a.session_id = s.id AND a.state = 'excused'), '{}') AS excused,
       nullif(EXISTS (SELECT FROM codev_attendance a WHERE a.session_id = s.id
         AND a.person_id = $2 AND a.state = 'present'), false) AS "wasThere",
       nullif(EXISTS (SELECT FROM codev_evaluated e WHERE e.session_id = s.id
         AND e.person_id = $2), false) AS evaluated,
       CASE WHEN EXISTS (SELECT FROM codev_own_plan o
         WHERE o.session_id = s.id AND o.person_id = $2) THEN 'kept' END AS "myPlan",
       nullif(s.reported_at IS NOT NULL, false) AS reported
     FROM codev_session s WHERE s.cycle_id = $1 ORDER BY s.position`,
    [cycleId, me],
  );
  return withoutNulls(rows);
}

type OwnText = Awaited<ReturnType<GroupTexts["list"]>>[number];

function withOwnTexts(session: CycleSession, mine: readonly OwnText[]): CycleSession {
  const of = (kind: OwnText["kind"]) =>
    mine.find((text) => text.sessionId === session.id && text.kind === kind)?.text;
  const subject = of("subject");
  const written = of("plan") !== undefined && session.myPlan === undefined;
  return {
    ...session,
    ...(subject && { mySubject: subject }),
    ...(written && { myPlan: "written" as const }),
  };
}

function withWordsForPair(
  session: CycleSession,
  texts: readonly OwnText[],
  me: string,
): CycleSession {
  const words = texts.flatMap(({ sessionId, kind, personId, text }) => {
    if (sessionId !== session.id || !personId) return [];
    if (kind !== "comment" && kind !== "debrief") return [];
    return mayReadText(kind, "facilitator", personId === me) ? [{ kind, personId, text }] : [];
  });
  return words.length > 0 ? { ...session, words } : session;
}

async function swapsOf(client: Client, cycleId: string): Promise<CyclePage["swaps"]> {
  const { rows } = await client.query<CyclePage["swaps"][number]>(
    `SELECT id, own_turn_id AS "turnId", other_turn_id AS "otherTurnId", asked_by AS "askedBy",
       asked_of AS "askedOf"
     FROM codev_swap WHERE cycle_id = $1 AND state = 'asked' ORDER BY asked_at`,
    [cycleId],
  );
  return rows;
}
