import type { ClientBase } from "pg";
import { planDays } from "../../app/domain/codev/dates.ts";
import { leadOf } from "../../app/domain/codev/pairing.ts";
import { PACT_CLAUSES } from "../../app/domain/codev/words.ts";
import { localTime, instantOf } from "../../app/domain/kernel/local-time.ts";
import { insertRows, type Row } from "./batch.ts";
import { addDays } from "./days.ts";
import { demoId } from "./ids.ts";
import { seedAnswers } from "./codev-answers.ts";
import { seedPool, seedWaiting } from "./codev-people.ts";
import { persona } from "./personas.ts";

const HOUR_MS = 3_600_000;
const SESSION_MS = 2 * HOUR_MS;
const EVERY_DAYS = 28;

const CYCLE = {
  id: "uuid",
  name: "text",
  state: "text",
  language: "text",
  mode: "text",
  office_id: "text",
  place: "text",
  created_by: "uuid",
  created_at: "timestamptz",
  opened_at: "timestamptz",
  closed_at: "timestamptz",
  purge_on: "date",
  purged_at: "timestamptz",
  members: "int",
  release: "int",
  end_release: "int",
  follow_release: "int",
};
const SESSION = {
  id: "uuid",
  cycle_id: "uuid",
  position: "int",
  spare: "boolean",
  state: "text",
  starts_at: "timestamptz",
  ends_at: "timestamptz",
  lead_id: "uuid",
  second_id: "uuid",
  present: "int",
  mood: "int",
  incident: "boolean",
  reported_at: "timestamptz",
};

type Pair = { memberId: string; supportId: string };
/** `third`: the date of its third session. Of a cycle that is over nobody's turn is left. */
type Cycle = {
  n: number;
  pair: Pair;
  members: string[];
  held: number;
  third: Date;
  state: "running" | "signing" | "closed";
};

/**
 * Co-development in the demo: a pool of six who lead, a cycle with two sessions behind it and the third
 * one today, one whose members read the pact, one that ended ten days ago and whose plans can still be
 * kept, three that are forgotten but for their sums, and nine people who wait.
 */
export async function seedCodev(client: ClientBase, voters: readonly string[], now: Date) {
  const french = await membersOf(client, voters, { language: "fr", office: "bruxelles", most: 24 });
  const dutch = await membersOf(client, voters, { language: "nl", office: "gent", most: 8 });
  const pool = await seedPool(client, { french, dutch });

  const third = new Date(Math.ceil(now.getTime() / HOUR_MS) * HOUR_MS + HOUR_MS);
  const ago = (days: number) => new Date(third.getTime() - days * 24 * HOUR_MS);
  const running: Cycle = {
    n: 1,
    state: "running",
    pair: { memberId: pool.member, supportId: pool.support },
    members: [persona("member-fr").personId, ...french.slice(1, 7)],
    held: 2,
    third,
  };
  const signing: Cycle = {
    n: 2,
    state: "signing",
    pair: { memberId: pool.dutchMember, supportId: pool.dutchSupport },
    members: [persona("member-nl").personId, ...dutch.slice(1, 6)],
    held: 0,
    third: new Date(third.getTime() + 70 * 24 * HOUR_MS),
  };
  const ended: Cycle = {
    n: 6,
    state: "closed",
    pair: { memberId: french[0] ?? "", supportId: pool.support },
    members: [persona("facilitator").personId, ...french.slice(16, 21)],
    held: 6,
    third: ago(96),
  };
  const forgotten = [320, 290, 260].map((days, at): Cycle => {
    const pair = { memberId: pool.member, supportId: pool.secondSupport };
    return { n: 3 + at, state: "closed", pair, members: [], held: 6, third: ago(days) };
  });
  await insertRows(client, "codev_cycle", CYCLE, cycleRows(now, third));
  for (const cycle of [running, signing, ended, ...forgotten]) await seedCycle(client, cycle, now);
  await seedAnswers(client, { people: french.slice(16), now });
  await seedWaiting(client, french.slice(7), now);
}

function cycleRows(now: Date, third: Date): Row[] {
  const days = (count: number) => new Date(third.getTime() + count * 24 * HOUR_MS);
  const made = { created_by: persona("organiser").personId, place: "" };
  return [
    {
      ...made,
      id: demoId("codevCycle", 1),
      name: "Bruxelles, toutes les quatre semaines",
      state: "running",
      language: "fr",
      mode: "room",
      office_id: "bruxelles",
      place: "Salle du deuxième étage",
      created_at: days(-90),
      opened_at: days(-70),
    },
    {
      ...made,
      id: demoId("codevCycle", 2),
      name: "Online, om de vier weken",
      state: "signing",
      language: "nl",
      mode: "online",
      created_at: new Date(now.getTime() - 3 * 24 * HOUR_MS),
    },
    {
      ...made,
      id: demoId("codevCycle", 6),
      name: "Bruxelles, le cycle de printemps",
      state: "closed",
      language: "fr",
      mode: "room",
      office_id: "bruxelles",
      place: "Salle du deuxième étage",
      created_at: days(-190),
      opened_at: days(-170),
      closed_at: days(-10),
      purge_on: days(20).toISOString().slice(0, 10),
      members: 6,
    },
    ...["Bruxelles, le premier groupe", "Liège, une fois par mois", "En ligne, le mardi soir"].map(
      (name, at): Row => ({
        ...made,
        id: demoId("codevCycle", 3 + at),
        name,
        state: "closed",
        language: "fr",
        ...(at < 2 ? { mode: "room", office_id: at ? "liege" : "bruxelles" } : { mode: "online" }),
        created_at: days(-400 + at * 30),
        opened_at: days(-380 + at * 30),
        closed_at: days(-170 + at * 30),
        purge_on: days(-140 + at * 30)
          .toISOString()
          .slice(0, 10),
        purged_at: days(-140 + at * 30),
        members: 6,
        release: 1,
        end_release: 1,
        follow_release: 1,
      }),
    ),
  ];
}

async function seedCycle(client: ClientBase, cycle: Cycle, now: Date): Promise<void> {
  const cycle_id = demoId("codevCycle", cycle.n);
  const { pair, members } = cycle;
  const signing = cycle.state === "signing";
  await insertRows(
    client,
    "codev_pair",
    { cycle_id: "uuid", person_id: "uuid", side: "text", cleared_at: "timestamptz" },
    [
      { cycle_id, person_id: pair.memberId, side: "member", cleared_at: now },
      { cycle_id, person_id: pair.supportId, side: "support", cleared_at: signing ? null : now },
    ],
  );
  const signed = signing ? members.slice(3) : members;
  await insertRows(
    client,
    "codev_participant",
    { cycle_id: "uuid", person_id: "uuid", state: "text", lot: "int", since: "timestamptz" },
    members.map((person_id, at) => ({
      cycle_id,
      person_id,
      state: signed.includes(person_id) ? "active" : "invited",
      // Whose cycle it is to look at is client of the third session: today's.
      lot: at === 0 ? 3 : at < 3 ? at : at + 1,
      since: now,
    })),
  );
  await insertRows(
    client,
    "codev_pact",
    { cycle_id: "uuid", person_id: "uuid", clause: "text", accepted_at: "timestamptz" },
    (members.length ? [...signed, pair.memberId] : []).flatMap((person_id) =>
      PACT_CLAUSES.map((clause) => ({ cycle_id, person_id, clause, accepted_at: now })),
    ),
  );
  await seedSessions(client, cycle, cycle_id);
}

async function seedSessions(client: ClientBase, cycle: Cycle, cycle_id: string): Promise<void> {
  const { members, held, third, pair } = cycle;
  const [day = "", hour = ""] = localTime(third).split("T");
  const count = members.length || held;
  const days = planDays({
    day: addDays(day, -2 * EVERY_DAYS),
    intervalDays: EVERY_DAYS,
    members: count,
    holidays: [],
  });
  const rows = days.map(({ position, day: on, spare }): Row & { id: string } => {
    const startsAt = instantOf(`${on}T${hour}`) ?? new Date(`${on}T12:00:00Z`);
    const { leadId, secondId } = leadOf(position, pair);
    const over = position <= held;
    return {
      id: demoId("codevSession", cycle.n * 100 + position),
      cycle_id,
      position,
      spare,
      state: over ? "closed" : cycle.state === "closed" ? "cancelled" : "planned",
      starts_at: startsAt,
      ends_at: new Date(startsAt.getTime() + SESSION_MS),
      lead_id: leadId,
      second_id: secondId,
      ...(over && {
        present: count - (position % 3 === 2 ? 1 : 0),
        mood: 3 + (position % 3),
        incident: false,
        reported_at: new Date(startsAt.getTime() + SESSION_MS),
      }),
    };
  });
  await insertRows(client, "codev_session", SESSION, rows);
  // By lot, with the one whose place is third moved there.
  const [first = "", ...others] = members;
  const order = members.length ? [...others.slice(0, 2), first, ...others.slice(2)] : [];
  if (cycle.state === "signing") return;
  await insertRows(
    client,
    "codev_turn",
    { cycle_id: "uuid", session_id: "uuid", client_id: "uuid", state: "text" },
    order.map((client_id, at) => ({
      cycle_id,
      session_id: rows[at]?.id,
      client_id,
      state: at < held ? "served" : "planned",
    })),
  );
  await insertRows(
    client,
    "codev_attendance",
    { session_id: "uuid", person_id: "uuid", state: "text", at: "timestamptz" },
    rows.slice(0, held).flatMap(({ id, position, ends_at }) =>
      members.map((person_id, at) => ({
        session_id: id,
        person_id,
        state: position === 2 && at === members.length - 1 ? "absent" : "present",
        at: ends_at,
      })),
    ),
  );
}

/** Invented members of one language around one office; personas come first in `voters`. */
async function membersOf(
  client: ClientBase,
  voters: readonly string[],
  { language, office, most }: { language: string; office: string; most: number },
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT p.id FROM unnest($1::uuid[]) WITH ORDINALITY AS v (id, at) JOIN person p ON p.id = v.id
     WHERE p.language = $2 AND p.office_id = $3 AND p.kind = 'natural' ORDER BY v.at LIMIT $4`,
    [voters.slice(100, 3_000), language, office, most],
  );
  return rows.map(({ id }) => id);
}
