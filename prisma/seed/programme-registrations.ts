import type { ClientBase } from "pg";
import { insertRows, type Row } from "./batch.ts";
import { addDays } from "./days.ts";
import { persona } from "./personas.ts";
import type { SeededRandom } from "./random.ts";

export type PlannedSession = Row & {
  site_id: string;
  kind: string;
  starts_at: Date;
  ends_at: Date;
  registers: boolean;
  capacity: number | undefined;
  /** The agenda item it prepares, by key. */
  item: string | undefined;
};

export type SeededSession = PlannedSession & { id: string };

/** Of the members handed in, the first are personas: those go where it is said below. */
const FIRST_MEMBER = 40;

// Where personas go, by the order of sessions that take registrations: two of them at one hour, and
// one that is full.
const GO: readonly [persona: string, session: number][] = [
  ["member-fr", 14],
  ["member-fr", 17],
  ["member-nl", 16],
  ["facilitator", 14],
];

/** Invented people who come, some workshops full with others waiting, and what personas chose. */
export async function seedRegistrations(
  client: ClientBase,
  random: SeededRandom,
  sessions: readonly SeededSession[],
  members: readonly string[],
): Promise<void> {
  const open = sessions.filter(({ registers }) => registers);
  const crowd = members.slice(FIRST_MEMBER);
  const rows = open.flatMap((session, at): Row[] => {
    const personas = GO.filter(([, nth]) => nth === at).map(([key]) => persona(key).personId);
    const places = session.capacity ?? 0;
    // Every fifth is full, and a few wait; the others are between half and nine tenths full.
    const wanted = at % 5 === 4 ? places + 3 : Math.floor((places * (5 + (at % 5))) / 10);
    const others = random.shuffle(crowd).slice(0, Math.max(0, wanted - personas.length));
    return [...personas, ...others].map((person_id, turn) => ({
      session_id: session.id,
      person_id,
      state: turn < places ? "registered" : "waiting",
      asked_at: new Date(`${addDays(session.starts_at.toISOString().slice(0, 10), -9)}T09:00:00Z`),
      told: 0,
    }));
  });
  await insertRows(
    client,
    "programme_registration",
    { session_id: "uuid", person_id: "uuid", state: "text", asked_at: "timestamptz", told: "int" },
    rows,
  );
}
